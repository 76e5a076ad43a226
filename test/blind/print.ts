import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrinterName } from '../variants/document.ts'
import { printHtml } from '../variants/print/html.ts'
import { print } from '../variants/print/index.ts'
import { type FontFile, printPdf } from '../variants/print/pdf.ts'
import type { BlindDocument } from './read.ts'

/** Printers that need a program or font of the machine: their prints are kept beside the text. */
export const kept = (document: BlindDocument): boolean => /^(pdf|pdf-wide|browser|office.*)$/.test(document.printer)

const font = (): FontFile => ({
  bytes: readFileSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  family: 'NotoSansCJKsc-Regular',
})

/** What a program makes of a file in a folder of its own. */
function made(input: string, bytes: Uint8Array, output: string, run: (folder: string, input: string) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'blind-'))
  try {
    writeFileSync(join(folder, input), bytes)
    run(folder, join(folder, input))
    return new Uint8Array(readFileSync(join(folder, output)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const office = (bytes: Uint8Array, from: 'docx' | 'html', to: 'pdf' | 'doc' | 'docx'): Uint8Array =>
  made(`in.${from}`, bytes, `out.${to}`, (folder, input) => {
    const filter = to === 'docx' ? 'docx:MS Word 2007 XML' : to
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        ...(from === 'html' ? ['--infilter=HTML (StarWriter)'] : []),
        '--convert-to',
        filter,
        '--outdir',
        join(folder, 'made'),
        input,
      ],
      { stdio: 'ignore' },
    )
    renameSync(join(folder, 'made', `in.${to}`), join(folder, `out.${to}`))
  })

const browser = (bytes: Uint8Array): Uint8Array =>
  made('in.html', bytes, 'out.pdf', (folder, input) => {
    const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
    const paper = ['--no-pdf-header-footer', '--disable-pdf-tagging', `--print-to-pdf=${join(folder, 'out.pdf')}`]
    const own = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`]
    execFileSync('chromium', [...own, ...quiet, ...paper, `file://${input}`], { stdio: 'ignore' })
  })

/** The bytes of a blind document, made anew. */
export async function printBlind(document: BlindDocument): Promise<Uint8Array> {
  const { printer, blocks, file, role, year, facts } = document
  const plain = (name: PrinterName): Promise<Uint8Array> => print({ name: file, role, year, blocks, facts, printer: name })
  switch (printer) {
    case 'pdf':
      return await printPdf(blocks, { font: font(), size: 11, continued: true })
    case 'pdf-wide':
      return await printPdf(blocks, { font: font(), landscape: true, size: 10 })
    case 'browser':
      return browser(printHtml(blocks))
    case 'office':
      return office(await plain('docx'), 'docx', 'pdf')
    case 'office-doc':
      return office(await plain('docx-plain'), 'docx', 'doc')
    case 'office-docx':
      return office(printHtml(blocks), 'html', 'docx')
    default:
      return await plain(printer)
  }
}
