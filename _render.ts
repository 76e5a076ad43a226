import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { writeHtml } from './workers/stages/report/html/write-html.ts'
import { regulation, sampleReport } from './test/workers/stages/report/sample-report.ts'
const t=Date.now()
const pictures = async (document: string, page: number, bbox: any, marks: any[]) => {
  const k=2, w=(bbox[2]-bbox[0])*k, h=(bbox[3]-bbox[1])*k
  const facts=sampleReport.facts.filter(f=>f.document===document&&f.evidence.page===page&&f.evidence.bbox)
  const X=(x:number)=>(x-bbox[0])*k, Y=(y:number)=>(y-bbox[1])*k
  const cells=facts.map(f=>{const b=f.evidence.bbox!;return f.statedIn==='prose'?`<text x="${X(72)}" y="${Y(b[3]-3)}" font-size="${10.5*k}">${f.evidence.text.slice(0,40)}</text>`:`<rect x="${X(b[0])}" y="${Y(b[1])}" width="${(b[2]-b[0])*k}" height="${(b[3]-b[1])*k}" fill="none" stroke="#555"/><rect x="${X(72)}" y="${Y(b[1])}" width="${(b[0]-72)*k}" height="${(b[3]-b[1])*k}" fill="none" stroke="#555"/><text x="${X(b[2]-6)}" y="${Y(b[3]-6)}" font-size="${10*k}" text-anchor="end">${f.raw}</text><text x="${X(78)}" y="${Y(b[3]-6)}" font-size="${10*k}">${f.subject.slice(0,22)}</text>`}).join('')
  const m=marks.map(b=>`<rect x="${X(b[0])-3}" y="${Y(b[1])-3}" width="${(b[2]-b[0])*k+6}" height="${(b[3]-b[1])*k+6}" fill="none" stroke="#1D5BB8" stroke-width="5"/>`).join('')
  return new Uint8Array(await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" font-family="Noto Serif CJK SC"><rect width="100%" height="100%" fill="#fff"/>${cells}${m}</svg>`)).jpeg({quality:80}).toBuffer())
}
const out = await writeHtml(sampleReport, pictures, regulation, { generatedAt: '2023年5月8日' })
writeFileSync('/tmp/rep/report.html', out)
console.log(out.length, Date.now()-t)
