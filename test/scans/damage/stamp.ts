import PDFDocument from 'pdfkit'
import { cloud, type Raster } from '../raster.ts'
import { render } from '../render.ts'
import { type Damage, isNumber, type Scene } from './damage.ts'

const legend = '经济技术开发区管理委员会'
/** An official seal is some 42 mm across. */
const radius = 58

/** How strongly a seal's ink takes, from 0 to 1, and by how much more or less from place to place. */
export type Take = { strength: number; uneven: number }
const usual: Take = { strength: 0.72, uneven: 0.2 }
/** Hardly inked: parts of the ring and of its letters are missing. */
export const worn: Take = { strength: 0.4, uneven: 0.75 }

/** Red seals set over numbers; the ink takes unevenly. */
export const stamps =
  (count: number, take = usual): Damage =>
  async (raster, scene) => {
    const { marks, random, zoom } = scene
    const numbers = random.shuffle(marks.filter((mark) => mark.kind === 'cell' && isNumber(mark.text)))
    const others = random.shuffle(marks.filter((mark) => mark.kind === 'line'))
    const centres = [...numbers, ...others].slice(0, count).map(({ box }) => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const)
    const size: [number, number] = [raster.width / zoom, raster.height / zoom]
    const [seals] = await render(await drawSeals(size, centres, scene), zoom * 72)
    return seals ? pressed(raster, seals, scene, take) : raster
  }

async function drawSeals(
  size: [number, number],
  centres: readonly (readonly [number, number])[],
  { random, font }: Scene,
): Promise<Uint8Array> {
  const doc = new PDFDocument({ size, margin: 0 })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  if (font) doc.registerFont('seal', font).font('seal')
  for (const [x, y] of centres) {
    doc.save().translate(x, y).rotate(random.between(-14, 14))
    doc.lineWidth(3).strokeColor('#d8232a').fillColor('#d8232a').circle(0, 0, radius).stroke()
    const star = Array.from({ length: 10 }, (_, i): [number, number] => {
      const [long, angle] = [i % 2 === 0 ? 17 : 6.6, (i * Math.PI) / 5]
      return [long * Math.sin(angle), -long * Math.cos(angle)]
    })
    doc.polygon(...star).fill()
    if (font)
      [...legend].forEach((character, i) => {
        const angle = -125 + (250 * i) / (legend.length - 1)
        doc
          .save()
          .rotate(angle)
          .fontSize(13)
          .text(character, -6.5, -radius + 5, { lineBreak: false })
          .restore()
      })
    doc.restore()
  }
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

/** Ink multiplies what is below it: black print stays black under a seal. */
function pressed(raster: Raster, seals: Raster, { random }: Scene, take: Take): Raster {
  const { width, height, pixels } = raster
  const ink = cloud(random.next, width, height, 40)
  for (let y = 0, at = 0; y < Math.min(height, seals.height); y++)
    for (let x = 0; x < width; x++, at += 3) {
      const from = (y * seals.width + Math.min(x, seals.width - 1)) * 3
      if ((seals.pixels[from + 1] as number) > 250) continue
      const strength = Math.min(1, Math.max(0, take.strength + take.uneven * ink(x, y)))
      for (let channel = 0; channel < 3; channel++)
        pixels[at + channel] =
          ((pixels[at + channel] as number) * (255 - (255 - (seals.pixels[from + channel] as number)) * strength)) / 255
    }
  return raster
}
