import type { PrinterName } from '../document.ts'
import type { Tweak } from '../park.ts'
import { type Plant, plants } from './plant.ts'
import { slips } from './slips.ts'

export type Spec = {
  name: string
  about: string
  stage: 'acceptance' | 'creation'
  base: number
  printers: PrinterName[]
  plant: Plant[]
  tweak?: Tweak
  without?: string[]
  broken?: string
  manifest?: true
  layouts?: Record<string, number>
}

const office: PrinterName[] = ['docx', 'docx', 'docx-plain', 'docx']
const pdfs: PrinterName[] = ['pdf', 'pdf', 'pdf', 'pdf']
const mixed: PrinterName[] = ['pdf', 'docx', 'pdf', 'docx-plain']
const wide: PrinterName[] = ['docx', 'pdf', 'docx', 'pdf-wide']

export const specs: readonly Spec[] = [
  { name: 'v01-clean-office', about: 'no defect; word processor', stage: 'acceptance', base: 2018, printers: office, plant: [] },
  { name: 'v02-clean-pdf', about: 'no defect; digital PDF', stage: 'acceptance', base: 2019, printers: pdfs, plant: [] },
  { name: 'v03-clean-creation', about: 'no defect; creation', stage: 'creation', base: 2020, printers: mixed, plant: [] },
  {
    name: 'v04-slips',
    about: 'unit slip, transposed digits, misquoted threshold',
    stage: 'acceptance',
    base: 2019,
    printers: office,
    plant: [
      plants.annual('energy_consumption', 2, 'unit_slip', slips.tenThousand),
      plants.annual('industrial_output_value', 1, 'digit_transposition', slips.transpose),
      plants.misquoted('hj274.14', '≤9'),
    ],
  },
  {
    name: 'v05-wrong-year',
    about: 'last year’s value, a source left blank, a wrong total',
    stage: 'acceptance',
    base: 2020,
    printers: pdfs,
    plant: [plants.lastYears('co2_emission', 2), plants.sourceless('hj274.6'), plants.sum()],
  },
  {
    name: 'v06-swapped',
    about: 'swapped rows, base value differs, growth does not follow',
    stage: 'acceptance',
    base: 2018,
    printers: mixed,
    plant: [plants.swapped('cod_emission', 'nox_emission', 3), plants.baseValue('freshwater_use'), plants.growth('co2_emission')],
  },
  {
    name: 'v07-two-values',
    about: 'text and table differ, supporting data differ, a project unfinished',
    stage: 'acceptance',
    base: 2021,
    printers: wide,
    plant: [
      plants.within('acceptance_report', 'solid_waste_generated', 3, 'digit_typo', slips.typo),
      plants.supporting('reused_water', 1, 'digit_transposition', slips.transpose),
      plants.project(2, '在建，完成投资的六成'),
    ],
  },
  {
    name: 'v08-missing',
    about: 'an annual report and a mandatory indicator missing, a target missed',
    stage: 'acceptance',
    base: 2019,
    printers: office,
    without: ['annual_report:2'],
    plant: [
      plants.omitted('hj274.32'),
      plants.missed('hj274.15', '1.05'),
      (plot) => [{ rule: 'completeness/required-document', subject: 'annual_report', year: plot.park.base + 2 }],
    ],
  },
  {
    name: 'v09-formulas',
    about: 'arithmetic mean, inverted ratio, point one place off',
    stage: 'acceptance',
    base: 2020,
    printers: pdfs,
    plant: [
      plants.meanGrowth(),
      plants.result('hj274.10', 3, 'inverted_ratio', slips.invert),
      plants.annual('so2_emission', 1, 'decimal_shift', slips.shift),
    ],
  },
  {
    name: 'v10-scope',
    about: 'Standard missed, boundary differs, another year’s input',
    stage: 'acceptance',
    base: 2019,
    printers: wide,
    tweak: { green_area: 0.36 },
    manifest: true,
    plant: [plants.threshold('hj274.29', '15'), plants.boundary(), plants.otherYearsInput(2)],
  },
  {
    name: 'v11-group',
    about: 'a group fails, a target differs, kilograms for tonnes',
    stage: 'acceptance',
    base: 2018,
    printers: mixed,
    tweak: { hightech_output_value: 0.5, industrial_employees: 3.2 },
    plant: [
      plants.group('hj274.1', ['hj274.1', 'hj274.2', 'hj274.3', 'hj274.4']),
      plants.target('hj274.12'),
      plants.annual('ammonia_nitrogen_emission', 2, 'unit_slip', slips.thousand),
    ],
  },
  {
    name: 'v12-restated',
    about: 'a fraction for a percentage, a restated year, a project left out',
    stage: 'acceptance',
    base: 2020,
    printers: office,
    plant: [
      plants.result('hj274.12', 3, 'percent_fraction', slips.fraction),
      plants.restated('industrial_employees', 1),
      plants.project(0, 'missing'),
    ],
  },
  {
    name: 'v13-creation',
    about: 'creation: review opinion missing',
    stage: 'creation',
    base: 2021,
    printers: pdfs,
    without: ['planning_eia'],
    plant: [
      () => [{ rule: 'completeness/required-document', subject: 'planning_eia', year: null }],
      plants.within('plan', 'industrial_value_added', 0, 'digit_transposition', slips.transpose),
    ],
  },
  {
    name: 'v14-creation',
    about: 'creation: commitment missing, a unit slip in the text',
    stage: 'creation',
    base: 2020,
    printers: office,
    without: ['commitment'],
    plant: [
      () => [{ rule: 'completeness/required-document', subject: 'commitment', year: null }],
      plants.within('plan', 'energy_consumption', 0, 'unit_slip', slips.tenThousand),
    ],
  },
  {
    name: 'v15-unreadable',
    about: 'a broken file, a wrong growth, a typing error in the supporting data',
    stage: 'acceptance',
    base: 2019,
    printers: mixed,
    broken: '附件2-监测报告汇编.pdf',
    plant: [
      plants.annualGrowth('industrial_value_added', 2),
      plants.supporting('wastewater_discharge', 3, 'digit_typo', slips.typo),
      (plot) => [
        {
          rule: 'completeness/unreadable-document',
          subject: plot.park ? '附件2-监测报告汇编.pdf' : null,
          year: null,
          anySubject: true,
          anyYear: true,
        },
      ],
    ],
  },
  {
    name: 'v16-clean-wide',
    about: 'no defect; other layouts',
    stage: 'acceptance',
    base: 2021,
    printers: wide,
    layouts: { 'annual_report:2022': 1, 'annual_report:2023': 3, 'annual_report:2024': 2, acceptance_report: 1, supporting_data: 2 },
    plant: [],
  },
]

/** Rules scored in these dossiers: those that need neither dates nor events. */
export const scoredRules = [
  'completeness/required-document',
  'completeness/required-indicator',
  'completeness/unreadable-document',
  'source/missing-citation',
  'consistency/annual-acceptance',
  'consistency/annual-annual',
  'consistency/within-document',
  'consistency/supporting-data',
  'consistency/plan-acceptance',
  'formula/recalculation',
  'formula/component-sum',
  'formula/growth',
  'standard/threshold',
  'standard/group',
  'standard/misquoted',
  'plan/target-missed',
  'plan/project-status',
  'scope/boundary',
  'deadline/construction-period',
  'deadline/annual-report',
  'deadline/change-report',
  'deadline/rectification',
  'risk/environmental-incident',
  'risk/criminal-case',
  'risk/penalty',
  'risk/organisation-change',
]
