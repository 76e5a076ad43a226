import { photo } from '../damage/photo.ts'
import { gaps } from '../damage/rules.ts'
import { bilevel, blur, jpeg, noise, paper, showThrough, skew, turn } from '../damage/scanner.ts'
import { stamps } from '../damage/stamp.ts'
import { colouredSheets } from './coloured.ts'
import { denseTable, indicatorTable, mergedTable, mixed, prose, quantityTable, threeHeads, turnedTables } from './content.ts'
import { type Sheet, sheet } from './sheet.ts'

const grey: readonly [number, number, number] = [214, 214, 212]
const yellowed: readonly [number, number, number] = [236, 224, 190]
const camera = { tilt: 0.018, shadow: 0.35, height: 3400 }

export const sheets: readonly Sheet[] = [
  sheet('t01', 'table, as it should be', 'pdf', [quantityTable('large')], { dpi: 200, damage: [] }, true),
  sheet('t02', 'table, 1.5° askew', 'pdf', [indicatorTable('large')], { font: 'song', dpi: 200, damage: [skew(1.5)], quality: 60 }),
  sheet('t03', 'table, −3° askew, regular script', 'png', [quantityTable('mixed')], { font: 'kai', dpi: 200, damage: [skew(-3)] }),
  sheet('t04', 'turned tables, 3° askew at 150 dpi', 'jpeg', [turnedTables], { font: 'hei', dpi: 150, damage: [skew(3)], quality: 80 }),
  sheet('t05', 'table, noise and dust', 'pdf', [quantityTable('small')], { font: 'song', dpi: 200, damage: [noise(20, 600)] }),
  sheet('t06', 'table, JPEG of quality 40', 'pdf', [indicatorTable('mixed')], { font: 'hei', dpi: 200, damage: [], quality: 40 }),
  sheet('t07', 'table, 150 dpi, noise, JPEG of quality 40', 'pdf', [quantityTable('large', 'filled')], {
    font: 'own',
    dpi: 150,
    damage: [blur(0.6), noise(9)],
    quality: 40,
  }),
  sheet('t08', 'table, two seals over numbers', 'pdf', [indicatorTable('latin')], {
    font: 'song',
    dpi: 200,
    damage: [stamps(2), skew(-0.8), noise(5)],
    colour: true,
  }),
  sheet(
    't09',
    'table, three seals over numbers, 300 dpi',
    'jpeg',
    [quantityTable('small')],
    { dpi: 300, damage: [stamps(3), skew(0.9), noise(6)], colour: true },
    true,
  ),
  sheet('t10', 'table on grey, uneven paper', 'pdf', [quantityTable('latin')], {
    font: 'ming',
    dpi: 200,
    damage: [paper(grey, 0.3), noise(6)],
  }),
  sheet('t11', 'table on yellowed paper, the back shining through', 'pdf', [indicatorTable('small')], {
    font: 'own',
    dpi: 200,
    damage: [showThrough(0.14), paper(yellowed, 0.18), skew(1)],
    colour: true,
  }),
  sheet('t12', 'dense 9 pt table, 300 dpi', 'pdf', [denseTable(15, 22)], {
    font: 'song',
    print: { landscape: true },
    dpi: 300,
    damage: [skew(0.4), noise(8)],
  }),
  sheet('t13', 'dense 9 pt table, 200 dpi', 'pdf', [denseTable(10, 34)], {
    font: 'hei',
    dpi: 200,
    damage: [skew(-0.7), noise(8)],
    quality: 60,
  }),
  sheet('t14', 'dense 9 pt table, 150 dpi', 'tiff', [denseTable(10, 34)], { font: 'own', dpi: 150, damage: [blur(0.5)] }),
  sheet('t15', 'merged cells on a sideways sheet', 'pdf', [mergedTable('large')], {
    font: 'kai',
    print: { landscape: true },
    dpi: 200,
    damage: [skew(0.6), noise(6)],
  }),
  sheet('t16', 'three levels of merged heads', 'pdf', [threeHeads], {
    font: 'song',
    dpi: 200,
    damage: [skew(-1.2), noise(10)],
    quality: 60,
  }),
  sheet('t17', 'gaps in the rules', 'png', [quantityTable('mixed')], { font: 'own', dpi: 200, damage: [gaps(0.25)] }, true),
  sheet('t18', 'gaps in the rules, 1° askew', 'pdf', [indicatorTable('large')], {
    font: 'song',
    dpi: 200,
    damage: [gaps(0.35), skew(1), noise(8)],
    quality: 50,
  }),
  sheet('t19', 'photo of a table, shadow', 'jpeg', [quantityTable('large')], {
    font: 'hei',
    dpi: 300,
    damage: [photo(camera), noise(5)],
    colour: true,
  }),
  sheet('t20', 'photo of a table, held askew and turned by its EXIF', 'exif', [indicatorTable('mixed')], {
    font: 'song',
    dpi: 300,
    damage: [photo({ ...camera, tilt: 0.03, shadow: 0.5 }), noise(6)],
    colour: true,
  }),
  sheet('t21', 'table fed sideways', 'pdf', [quantityTable('small')], { font: 'song', dpi: 200, damage: [skew(0.7), turn(1), noise(6)] }),
  sheet('t22', 'table upside down', 'pdf', [indicatorTable('large')], { font: 'own', dpi: 200, damage: [skew(-0.5), turn(2), noise(6)] }),
  sheet('t23', 'page fed sideways the other way', 'docx', [mixed], { font: 'kai', dpi: 200, damage: [turn(3)] }),
  sheet('t24', 'table without rules', 'pdf', [quantityTable('large', 'borderless')], {
    font: 'song',
    dpi: 200,
    damage: [skew(0.5), noise(6)],
  }),
  sheet('t25', 'table of three lines, −1° askew', 'pdf', [indicatorTable('mixed', 'three-line')], {
    font: 'hei',
    dpi: 200,
    damage: [skew(-1), noise(6)],
  }),
  sheet('t26', 'black and white only', 'tiff', [quantityTable('latin')], {
    font: 'song',
    dpi: 200,
    damage: [blur(0.6), noise(12), bilevel(150)],
  }),
  sheet('t27', 'picture in a word-processor file', 'docx', [quantityTable('mixed')], {
    font: 'song',
    dpi: 200,
    damage: [skew(0.3)],
    quality: 60,
  }),
  sheet('p01', 'prose, as it should be', 'pdf', [prose], { font: 'song', dpi: 200, damage: [] }),
  sheet('p02', 'prose, 2° askew, noise', 'pdf', [prose], { font: 'hei', dpi: 200, damage: [skew(2), noise(12)], quality: 50 }),
  sheet('p03', 'prose on grey paper, 150 dpi, regular script', 'jpeg', [prose], {
    font: 'kai',
    dpi: 150,
    damage: [paper(grey, 0.25)],
    quality: 70,
  }),
  sheet('p04', 'photo of prose', 'jpeg', [prose], { font: 'song', dpi: 300, damage: [photo(camera), noise(5)], colour: true }),
  sheet('p05', 'prose under a seal', 'pdf', [prose], { dpi: 200, damage: [stamps(1), noise(5)], colour: true }, true),
  sheet('p06', 'prose, black and white only', 'png', [prose], { font: 'ming', dpi: 200, damage: [blur(0.6), noise(12), bilevel(150)] }),
  sheet('p07', 'prose upside down, JPEG of quality 40', 'pdf', [prose], {
    font: 'own',
    dpi: 200,
    damage: [turn(2), jpeg(40)],
    quality: 40,
  }),
  ...colouredSheets,
  sheet('m01', 'two pages in one TIFF', 'tiff', [prose, quantityTable('small')], { font: 'song', dpi: 200, damage: [skew(0.6), noise(6)] }),
  sheet('m02', 'page of text and table', 'pdf', [mixed], { font: 'song', dpi: 200, damage: [skew(-0.9), noise(8)], quality: 60 }),
]
