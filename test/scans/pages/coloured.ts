import { firstLine, grounded, headCells, inked, reversed, someNumbers } from '../damage/colour.ts'
import { noise, skew } from '../damage/scanner.ts'
import { stamps, worn } from '../damage/stamp.ts'
import { indicatorTable, quantityTable, redHead } from './content.ts'
import { type Sheet, sheet } from './sheet.ts'

const red: readonly [number, number, number] = [206, 32, 40]

/** Sheets with print in colour and on coloured grounds. */
export const colouredSheets: readonly Sheet[] = [
  sheet('r01', 'letter under a red head, a seal', 'pdf', [redHead], {
    font: 'song',
    dpi: 200,
    damage: [inked(red, firstLine), noise(5), stamps(1), skew(0.6)],
    quality: 70,
    colour: true,
  }),
  sheet('r02', 'table, some numbers in red', 'pdf', [quantityTable('large')], {
    font: 'song',
    dpi: 200,
    damage: [inked(red, someNumbers), skew(-0.8), noise(6)],
    quality: 70,
    colour: true,
  }),
  sheet('r03', 'table, head in white on blue, in grey', 'pdf', [quantityTable('mixed')], {
    font: 'hei',
    dpi: 200,
    damage: [reversed([31, 78, 121], headCells, 'white'), skew(0.9), noise(7)],
    quality: 60,
  }),
  sheet('r04', 'table, head in white on red', 'png', [indicatorTable('large')], {
    font: 'song',
    dpi: 200,
    damage: [reversed([192, 0, 0], headCells, 'black'), skew(-0.5), noise(5)],
    colour: true,
  }),
  sheet('r05', 'table, head in white on green, two seals', 'jpeg', [quantityTable('small')], {
    font: 'hei',
    dpi: 200,
    damage: [reversed([0, 112, 72], headCells, 'white'), stamps(2), noise(5)],
    quality: 70,
    colour: true,
  }),
  sheet('r06', 'table, head in black on grey', 'pdf', [indicatorTable('mixed')], {
    font: 'song',
    dpi: 200,
    damage: [grounded([150, 150, 150], headCells), skew(0.7), noise(6)],
    quality: 60,
  }),
  sheet('r07', 'table, four worn seals', 'pdf', [quantityTable('small')], {
    font: 'song',
    dpi: 200,
    damage: [stamps(4, worn), skew(0.4), noise(6)],
    quality: 70,
    colour: true,
  }),
]
