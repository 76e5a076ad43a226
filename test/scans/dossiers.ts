import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../variants/document.ts'
import { plants } from '../variants/dossier/plant.ts'
import { slips } from '../variants/dossier/slips.ts'
import type { Spec } from '../variants/dossier/specs.ts'
import { dossierOf } from '../variants/dossiers.ts'
import { print } from '../variants/print/index.ts'
import { type Scanned, writeTruth } from '../variants/write.ts'
import { noise, paper, skew } from './damage/scanner.ts'
import { stamps } from './damage/stamp.ts'
import { type Scan, scan } from './page.ts'
import { wrap } from './wrap/wrap.ts'

/** A dossier some of whose documents were printed, sealed and scanned; `scans` says how, by role or by `annual_report:2021`. */
export type ScannedDossier = { spec: Spec; scans: Record<string, Scan> }

const office: Scan = { dpi: 200, damage: [skew(0.8), noise(6)], quality: 60 }
const sealed: Scan = { font: 'song', dpi: 200, damage: [stamps(1), skew(-0.6), noise(5)], quality: 70, colour: true }
const copied: Scan = { font: 'hei', dpi: 150, damage: [paper([226, 226, 224], 0.15), skew(0.5)], quality: 70 }

export const scannedDossiers: readonly ScannedDossier[] = [
  {
    spec: {
      name: 's01-scanned-clean',
      about: 'no defect; acceptance report and two annual reports scanned',
      stage: 'acceptance',
      base: 2019,
      printers: ['docx', 'pdf', 'pdf', 'pdf'],
      plant: [],
    },
    scans: { acceptance_report: sealed, 'annual_report:2020': office, 'annual_report:2021': copied },
  },
  {
    spec: {
      name: 's02-scanned-slips',
      about: 'unit slip, transposed digits, misquoted threshold, a project unfinished; every report scanned',
      stage: 'acceptance',
      base: 2018,
      printers: ['docx', 'pdf', 'pdf', 'pdf'],
      plant: [
        plants.annual('energy_consumption', 2, 'unit_slip', slips.tenThousand),
        plants.annual('industrial_output_value', 1, 'digit_transposition', slips.transpose),
        plants.misquoted('hj274.14', '≤9'),
        plants.project(2, '在建，完成投资的六成'),
      ],
    },
    scans: { acceptance_report: office, 'annual_report:2019': sealed, 'annual_report:2020': office, 'annual_report:2021': office },
  },
  {
    spec: {
      name: 's03-scanned-formulas',
      about: 'wrong growth, a result that its inputs do not give, a wrong base value; every report and the plan scanned',
      stage: 'acceptance',
      base: 2020,
      printers: ['pdf', 'pdf', 'pdf', 'pdf'],
      plant: [
        plants.meanGrowth(),
        plants.result('hj274.10', 3, 'inverted_ratio', slips.invert),
        plants.annual('so2_emission', 1, 'decimal_shift', slips.shift),
        plants.baseValue('freshwater_use'),
      ],
    },
    scans: {
      plan: copied,
      acceptance_report: office,
      'annual_report:2021': office,
      'annual_report:2022': sealed,
      'annual_report:2023': office,
    },
  },
]

const howOf = ({ scans }: ScannedDossier, { role, year }: Draft): Scan | undefined => scans[role] ?? scans[`${role}:${year}`]

/** Writes OUT/<case>/dossier/… and OUT/<case>/truth.json for one dossier. */
export async function writeScannedDossier(out: string, scanned: ScannedDossier): Promise<void> {
  const dossier = dossierOf(scanned.spec)
  const folder = join(out, scanned.spec.name, 'dossier')
  mkdirSync(folder, { recursive: true })
  const inked: Scanned = new Set()
  for (const document of dossier.documents) {
    const how = howOf(scanned, document)
    if (!how) {
      writeFileSync(join(folder, document.name), await print(document))
      continue
    }
    const { leaves } = await scan(`${scanned.spec.name}/${document.name}`, document.blocks, how)
    writeFileSync(join(folder, document.name), await wrap('pdf', leaves))
    inked.add(document.name)
  }
  writeTruth(out, dossier, inked)
}

/** node --import tsx test/scans/dossiers.ts OUTDIR: all scanned dossiers in the layout that the scorer reads. */
if (import.meta.url === `file://${process.argv[1]}`) {
  const out = process.argv[2]
  if (!out) throw new Error('usage: node --import tsx test/scans/dossiers.ts OUTDIR')
  for (const scanned of scannedDossiers) await writeScannedDossier(out, scanned)
  process.stdout.write(`${scannedDossiers.length} dossiers in ${out}\n`)
}
