import { assess } from '../rules/engine/assess.ts'
import { diagnose } from '../rules/engine/diagnose.ts'
import { rules } from '../rules/index.ts'
import type { Manifest } from '../schemas/dossier.ts'
import type { Regulation, Standard } from '../schemas/edition.ts'
import type { Reading } from '../schemas/reading.ts'
import type { Report } from '../schemas/report.ts'
import { assemble, type Editions } from './stages/assemble/index.ts'
import { classify, type Override } from './stages/classify/index.ts'
import { extract } from './stages/extract/index.ts'
import { parse } from './stages/parse/index.ts'
import { type PictureFile, parsePictures } from './stages/parse/parse-pictures.ts'
import type { Recognise } from './stages/parse/scan/scan.ts'
import { repair } from './stages/repair/index.ts'
import { assembleReport } from './stages/report/assemble-report.ts'
import { type SecondReader, secondRead } from './stages/second-read.ts'

/** One file under review; `override` is what dossier.json says of it. */
export type Upload = { readonly id: string; readonly name: string; readonly bytes: Uint8Array; readonly override?: Override | undefined }

/** A review and the regulation whose chapters it is told in. */
export type Review = { readonly report: Report; readonly regulation: Regulation }

/** Loaded when a PDF first asks for it: the second engine takes a second to start. */
const secondReader: SecondReader = async (bytes, pages) =>
  (await import('./stages/parse/pdf/second-reading.ts')).secondReading(bytes, pages)

/**
 * The first half: one document, whatever it is. A file that cannot be read gives a failed reading, never an error. `recognise`
 * reads what is only a picture; without it, that is done here.
 */
export async function readDocument(file: Upload, standard: Standard, recognise?: Recognise): Promise<Reading> {
  const parsed = await parse(file, recognise)
  const identity = classify(parsed, file.override)
  const document = repair(parsed, identity, standard)
  return secondRead(extract(file.id, document, identity, standard), file.bytes, secondReader)
}

/** The first half of a document that came as several pictures, a page or some in each; `title` is what their names have in common. */
export async function readPictures(
  pictures: readonly PictureFile[],
  title: string,
  standard: Standard,
  override?: Override,
): Promise<Reading> {
  const { document, files } = await parsePictures(pictures)
  const identity = classify({ ...document, file: title }, override)
  return { ...extract(files[0]?.id ?? '', repair(document, identity, standard), identity, standard), files }
}

/** The second half: the dossier that these documents make, every rule asked of it. The same readings give the same report. */
export function reviewDossier(readings: readonly Reading[], manifest: Manifest | null, editions: Editions = {}): Review {
  const dossier = assemble(
    readings.filter(({ partOf }) => partOf === undefined),
    manifest,
    editions,
  )
  const checks = rules.flatMap((rule) => rule.run(dossier))
  const findings = diagnose(checks, dossier)
  const report = assembleReport({ dossier, checks, findings, assessment: assess(dossier), rules })
  return { report, regulation: dossier.regulation }
}

/** The whole line in one process. The queue and the command line run the same two halves. */
export async function review(files: readonly Upload[], standard: Standard, manifest: Manifest | null = null): Promise<Review> {
  const readings = await Promise.all(files.map((file) => readDocument(file, standard)))
  return reviewDossier(readings, manifest, { standard })
}
