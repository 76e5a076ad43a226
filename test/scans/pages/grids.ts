import { photo } from '../damage/photo.ts'
import { gaps, lostSides } from '../damage/rules.ts'
import { blur, noise, skew } from '../damage/scanner.ts'
import type { Scan } from '../page.ts'
import type { Form } from '../wrap/wrap.ts'
import { type Content, denseTable, indicatorTable, mergedTable, quantityTable, threeHeads } from './content.ts'
import { blankTable, groupedTable, mergedUnitsTable, wrappedTable } from './grid-content.ts'
import { type Sheet, sheet } from './sheet.ts'

const camera = (tilt: number, height = 3400) => photo({ tilt, shadow: 0.4, height })
const one = (id: string, about: string, content: Content, how: Scan, form: Form = 'pdf') => sheet(id, about, form, [content], how)

/** Tables whose grid is hard to see: worn, faded and missing rules, none at all, photos held askew. */
export const grids: readonly Sheet[] = [
  one('g01', 'gaps, indicators', indicatorTable('mixed'), { font: 'song', dpi: 200, damage: [gaps(0.25), skew(-0.7), noise(6)] }),
  one('g02', 'many gaps', quantityTable('mixed'), { font: 'kai', dpi: 200, damage: [gaps(0.5), noise(8)] }),
  one('g03', 'gaps, wrapped names, 150 dpi', wrappedTable('ruled'), { dpi: 150, damage: [gaps(0.35), skew(1.2), noise(6)] }),
  one('g04', 'gaps, blanks', blankTable('ruled'), { font: 'song', dpi: 200, damage: [gaps(0.35), skew(-1.2), noise(6)] }),
  one('g05', 'gaps, merged units', mergedUnitsTable('ruled'), { font: 'song', dpi: 200, damage: [gaps(0.3), skew(0.4), noise(6)] }),
  one('g06', 'gaps, three heads', threeHeads, { dpi: 200, damage: [gaps(0.3), skew(-0.4), noise(6)] }),
  one('g07', 'gaps, photo', quantityTable('large'), { font: 'song', dpi: 300, damage: [gaps(0.3), camera(0.018)], colour: true }, 'jpeg'),
  one('g08', 'gaps, dense', denseTable(10, 30), { font: 'song', dpi: 200, damage: [gaps(0.3), skew(0.5), noise(6)] }),
  one('g09', 'sides lost', quantityTable('mixed'), { font: 'song', dpi: 200, damage: [lostSides(0.1), skew(0.5), noise(6)] }),
  one('g10', 'many sides lost', indicatorTable('large'), { font: 'hei', dpi: 200, damage: [lostSides(0.25), skew(-0.5), noise(6)] }),
  one('g11', 'sides lost, merged units', mergedUnitsTable('ruled'), { font: 'song', dpi: 200, damage: [lostSides(0.15), noise(6)] }),
  one(
    'g12',
    'sides lost, photo',
    indicatorTable('mixed'),
    { font: 'song', dpi: 300, damage: [lostSides(0.2), camera(0.018)], colour: true },
    'jpeg',
  ),
  one('g13', 'faint', quantityTable('mixed'), { font: 'song', dpi: 150, damage: [blur(1), noise(10)], quality: 35 }),
  one(
    'g14',
    'photo held askew, wrapped',
    wrappedTable('ruled'),
    { font: 'kai', dpi: 300, damage: [camera(0.025), noise(6)], colour: true },
    'jpeg',
  ),
  one(
    'g15',
    'small photo',
    indicatorTable('mixed'),
    { font: 'song', dpi: 300, damage: [camera(0.03, 2600), noise(6)], colour: true },
    'exif',
  ),
  one('g16', 'merged, sideways', mergedTable('mixed'), {
    font: 'song',
    print: { landscape: true },
    dpi: 200,
    damage: [skew(-0.6), noise(6)],
  }),
  one('g17', 'groups, ruled', groupedTable('ruled'), { font: 'hei', dpi: 200, damage: [skew(-0.7), noise(6)] }),
  one('g18', 'three lines, groups', groupedTable('three-line'), { font: 'song', dpi: 200, damage: [skew(0.7), noise(6)] }),
  one('g19', 'three lines, wrapped', wrappedTable('three-line', 'mixed', 20), { dpi: 200, damage: [skew(-1), noise(6)] }),
  one('g20', 'three lines, half blank', blankTable('three-line', 0.5), { dpi: 200, damage: [skew(1.3), noise(6)] }),
  one('g21', 'three lines, 150 dpi', indicatorTable('small', 'three-line'), { dpi: 150, damage: [skew(2), noise(6)] }),
  one(
    'g22',
    'three lines, photo',
    indicatorTable('mixed', 'three-line'),
    { font: 'song', dpi: 300, damage: [camera(0.018)], colour: true },
    'jpeg',
  ),
  one('g23', 'no rules, indicators', indicatorTable('mixed', 'borderless'), { font: 'song', dpi: 200, damage: [skew(0.6), noise(6)] }),
  one('g24', 'no rules, wrapped', wrappedTable('borderless'), { font: 'hei', dpi: 200, damage: [skew(-0.6), noise(6)] }),
  one('g25', 'no rules, groups', groupedTable('borderless'), { dpi: 200, damage: [skew(0.3), noise(6)] }),
]
