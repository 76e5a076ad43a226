import type { Box } from '../../../../schemas/place.ts'
import type { Engine } from './engine.ts'
import { maxFormDepth, maxObjectsPerPage, maxRulesPerPage, maxSegmentsPerPage } from './limits.ts'
import type { Picture } from './page-content.ts'
import type { Frame } from './upright-frame.ts'

type Matrix = readonly [number, number, number, number, number, number]
/** One straight piece of ruling as drawn, in the upright frame. */
export type Piece = { across: boolean; at: number; from: number; to: number }
export type Drawing = { pieces: Piece[]; pictures: Picture[]; curves: number; clipped: boolean }

/** Fills up to this thickness (points) are ruling lines: Chromium and Word draw their rules so. Thicker ones are backgrounds. */
const thickestRule = 3
/** A stroke wider than this paints a background. */
const thickestStroke = 6
/** Specks smaller than this are no part of a line; dots of a dotted line may be as small. */
const shortestPiece = 0.3
/** A dot this small has no direction: it may belong to a line across or down. */
const dot = 1.6
const textType = 1
const pathType = 2
const imageType = 3
const formType = 5
const bezier = 1
const moveTo = 2

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

/** Reads the ruling lines and pictures of a page, form XObjects included, within the limits. */
export function readDrawing(engine: Engine, page: number, frame: Frame): Drawing {
  const reader = new DrawingReader(engine, frame)
  const count = engine.call.FPDFPage_CountObjects(page)
  for (let index = 0; index < count && reader.goesOn(); index++) reader.read(engine.call.FPDFPage_GetObject(page, index), identity, 0)
  return reader.drawing
}

class DrawingReader {
  readonly drawing: Drawing = { pieces: [], pictures: [], curves: 0, clipped: false }
  private readonly engine: Engine
  private readonly frame: Frame
  private objects = 0
  private segments = 0

  constructor(engine: Engine, frame: Frame) {
    this.engine = engine
    this.frame = frame
  }

  goesOn(): boolean {
    const within = this.objects < maxObjectsPerPage && this.segments < maxSegmentsPerPage && this.drawing.pieces.length < maxRulesPerPage
    if (!within) this.drawing.clipped = true
    return within
  }

  read(object: number, outer: Matrix, depth: number): void {
    this.objects++
    const type = this.engine.call.FPDFPageObj_GetType(object)
    if (type === textType) this.readText()
    else if (type === pathType) this.readPath(object, outer)
    else if (type === imageType) this.readPicture(object, outer)
    else if (type === formType && depth < maxFormDepth) this.readForm(object, outer, depth)
  }

  private readText(): void {
    for (const picture of this.drawing.pictures) picture.over = false
  }

  private readForm(object: number, outer: Matrix, depth: number): void {
    const { call } = this.engine
    const matrix = times(this.matrixOf(object), outer)
    const count = call.FPDFFormObj_CountObjects(object)
    for (let index = 0; index < count && this.goesOn(); index++) this.read(call.FPDFFormObj_GetObject(object, index), matrix, depth + 1)
  }

  private matrixOf(object: number): Matrix {
    const { call, scratch } = this.engine
    if (call.FPDFPageObj_GetMatrix(object, scratch) === 0) return identity
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = this.engine.floats()
    return [a, b, c, d, e, f]
  }

  private toFrame(x0: number, y0: number, x1: number, y1: number, m: Matrix): Box {
    return this.frame.box(
      m[0] * x0 + m[2] * y0 + m[4],
      m[1] * x0 + m[3] * y0 + m[5],
      m[0] * x1 + m[2] * y1 + m[4],
      m[1] * x1 + m[3] * y1 + m[5],
    )
  }

  private boundsOf(object: number, outer: Matrix): Box | undefined {
    const { call, scratch } = this.engine
    if (call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return undefined
    const [left = 0, bottom = 0, right = 0, top = 0] = this.engine.floats()
    return this.toFrame(left, bottom, right, top, outer)
  }

  private readPicture(object: number, outer: Matrix): void {
    const box = this.boundsOf(object, outer)
    if (box === undefined) return
    if (box[3] - box[1] <= thickestRule || box[2] - box[0] <= thickestRule) this.addBar(box)
    else this.drawing.pictures.push({ box, over: true })
  }

  private isClear(object: number, fill: boolean): boolean {
    const { call, scratch: s } = this.engine
    const read = fill ? call.FPDFPageObj_GetFillColor : call.FPDFPageObj_GetStrokeColor
    return read(object, s, s + 4, s + 8, s + 12) === 1 && (this.engine.ints()[3] ?? 255) < 8
  }

  private readPath(object: number, outer: Matrix): void {
    const { call, scratch } = this.engine
    const bounds = this.boundsOf(object, outer)
    if (bounds === undefined) return
    call.FPDFPath_GetDrawMode(object, scratch, scratch + 4)
    const [fill = 0, stroke = 0] = this.engine.ints()
    const filled = fill !== 0 && !this.isClear(object, true)
    const strokes = stroke !== 0 && !this.isClear(object, false) && this.strokeWidthOf(object) <= thickestStroke
    if (filled && isBar(bounds)) this.addBar(bounds)
    else if (filled || strokes) this.readSegments(object, outer, strokes)
  }

  private strokeWidthOf(object: number): number {
    return this.engine.call.FPDFPageObj_GetStrokeWidth(object, this.engine.scratch) === 1 ? (this.engine.floats()[0] ?? 0) : 0
  }

  private readSegments(object: number, outer: Matrix, strokes: boolean): void {
    const { call, scratch } = this.engine
    const matrix = times(this.matrixOf(object), outer)
    const count = call.FPDFPath_CountSegments(object)
    let shape: [number, number][] = []
    let curved = false
    const finish = (closed: boolean) => {
      if (shape.length > 1 && !curved) this.addShape(shape, strokes, closed, matrix)
      shape = []
      curved = false
    }
    for (let index = 0; index < count && this.goesOn(); index++) {
      this.segments++
      const segment = call.FPDFPath_GetPathSegment(object, index)
      const type = call.FPDFPathSegment_GetType(segment)
      if (type === bezier) {
        curved = true
        this.drawing.curves++
      }
      if (type === moveTo) finish(false)
      call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)
      const [x = 0, y = 0] = this.engine.floats()
      shape.push([x, y])
      if (call.FPDFPathSegment_GetClose(segment) === 1) finish(true)
    }
    finish(false)
  }

  private addShape(shape: [number, number][], strokes: boolean, closed: boolean, matrix: Matrix): void {
    if (!strokes) {
      const xs = shape.map((point) => point[0])
      const ys = shape.map((point) => point[1])
      const box = this.toFrame(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), matrix)
      if (shape.length <= 6 && isBar(box)) this.addBar(box)
      return
    }
    const first = shape[0]
    const ring = closed && first !== undefined ? [...shape, first] : shape
    for (let index = 1; index < ring.length; index++) {
      const from = ring[index - 1]
      const to = ring[index]
      if (from === undefined || to === undefined) continue
      const box = this.toFrame(from[0], from[1], to[0], to[1], matrix)
      if (Math.min(box[2] - box[0], box[3] - box[1]) < 0.8) this.addBar(box)
    }
  }

  private addBar(box: Box): void {
    const width = box[2] - box[0]
    const height = box[3] - box[1]
    if (
      Math.max(width, height) < shortestPiece ||
      box[2] < -1 ||
      box[3] < -1 ||
      box[0] > this.frame.width + 1 ||
      box[1] > this.frame.height + 1
    )
      return
    const dotted = Math.max(width, height) <= dot
    if (width >= height || dotted) this.drawing.pieces.push({ across: true, at: (box[1] + box[3]) / 2, from: box[0], to: box[2] })
    if (width < height || dotted) this.drawing.pieces.push({ across: false, at: (box[0] + box[2]) / 2, from: box[1], to: box[3] })
  }
}

const isBar = (box: Box) => Math.min(box[2] - box[0], box[3] - box[1]) <= thickestRule
