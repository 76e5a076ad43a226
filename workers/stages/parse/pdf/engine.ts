import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Blocks } from './blocks.ts'
import { installCallbacks, type WasmTable } from './font-callbacks.ts'

type Pointer = number

/** The functions of PDFium's C interface that are called here, as the WebAssembly module exports them. */
export type PdfiumExports = {
  __indirect_function_table: WasmTable
  FPDF_GetDefaultSystemFontInfo(): Pointer
  malloc(size: number): Pointer
  free(pointer: Pointer): void
  FPDF_SetSystemFontInfo(info: Pointer): void
  FPDF_LoadCustomDocument(file: Pointer, password: Pointer): Pointer
  FPDF_GetLastError(): number
  FPDF_CloseDocument(document: Pointer): void
  FPDF_DocumentHasValidCrossReferenceTable(document: Pointer): number
  FPDF_GetPageCount(document: Pointer): number
  FPDF_LoadPage(document: Pointer, index: number): Pointer
  FPDF_ClosePage(page: Pointer): void
  FPDF_GetPageWidthF(page: Pointer): number
  FPDF_GetPageHeightF(page: Pointer): number
  FPDF_GetPageBoundingBox(page: Pointer, rect: Pointer): number
  FPDFPage_GetRotation(page: Pointer): number
  FPDFPage_GetAnnotCount(page: Pointer): number
  FPDFPage_GetAnnot(page: Pointer, index: number): Pointer
  FPDFPage_CloseAnnot(annotation: Pointer): void
  FPDFAnnot_GetSubtype(annotation: Pointer): number
  FPDFPage_Flatten(page: Pointer, flag: number): number
  FPDFPage_CountObjects(page: Pointer): number
  FPDFPage_GetObject(page: Pointer, index: number): Pointer
  FPDFFormObj_CountObjects(form: Pointer): number
  FPDFFormObj_GetObject(form: Pointer, index: number): Pointer
  FPDFPageObj_GetType(object: Pointer): number
  FPDFPageObj_GetBounds(object: Pointer, left: Pointer, bottom: Pointer, right: Pointer, top: Pointer): number
  FPDFPageObj_GetMatrix(object: Pointer, matrix: Pointer): number
  FPDFPageObj_GetStrokeWidth(object: Pointer, width: Pointer): number
  FPDFPageObj_GetFillColor(object: Pointer, r: Pointer, g: Pointer, b: Pointer, a: Pointer): number
  FPDFPageObj_GetStrokeColor(object: Pointer, r: Pointer, g: Pointer, b: Pointer, a: Pointer): number
  FPDFPath_GetDrawMode(object: Pointer, fill: Pointer, stroke: Pointer): number
  FPDFPath_CountSegments(object: Pointer): number
  FPDFPath_GetPathSegment(object: Pointer, index: number): Pointer
  FPDFPathSegment_GetPoint(segment: Pointer, x: Pointer, y: Pointer): number
  FPDFPathSegment_GetType(segment: Pointer): number
  FPDFPathSegment_GetClose(segment: Pointer): number
  FPDFText_LoadPage(page: Pointer): Pointer
  FPDFText_ClosePage(text: Pointer): void
  FPDFText_CountChars(text: Pointer): number
  FPDFText_GetUnicode(text: Pointer, index: number): number
  FPDFText_IsGenerated(text: Pointer, index: number): number
  FPDFText_GetLooseCharBox(text: Pointer, index: number, rect: Pointer): number
  FPDFText_GetCharOrigin(text: Pointer, index: number, x: Pointer, y: Pointer): number
  FPDFText_GetMatrix(text: Pointer, index: number, matrix: Pointer): number
  FPDFText_GetFontSize(text: Pointer, index: number): number
  FPDFText_GetFontWeight(text: Pointer, index: number): number
  FPDFText_GetTextObject(text: Pointer, index: number): Pointer
  FPDFTextObj_GetFont(object: Pointer): Pointer
  FPDFTextObj_GetTextRenderMode(object: Pointer): number
  FPDFFont_GetBaseFontName(font: Pointer, buffer: Pointer, length: number): number
  FPDFBitmap_Create(width: number, height: number, alpha: number): Pointer
  FPDFBitmap_FillRect(bitmap: Pointer, left: number, top: number, width: number, height: number, colour: number): number
  FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer
  FPDFBitmap_GetStride(bitmap: Pointer): number
  FPDFBitmap_Destroy(bitmap: Pointer): void
  FPDF_RenderPageBitmap(
    bitmap: Pointer,
    page: Pointer,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void
}

/** PDFium with a scratch area of 256 bytes. `floats()` and the others view that area; they stay valid until the next call that may grow memory. */
export type Engine = {
  call: PdfiumExports
  scratch: Pointer
  /** The files that are open, by the address under which PDFium asks for their bytes, and the place of the function that it asks. */
  files: Map<Pointer, Blocks>
  blockReader: number
  heap(): Uint8Array
  floats(): Float32Array
  doubles(): Float64Array
  ints(): Int32Array
}

type Module = { wasmExports: unknown; HEAPU8: Uint8Array }

const scratchBytes = 256
let running: Promise<Engine> | undefined

async function start(): Promise<Engine> {
  const library = await PDFiumLibrary.init()
  const module = (library as unknown as { module: Module }).module
  const call = module.wasmExports as PdfiumExports
  const scratch = call.malloc(scratchBytes)
  const files = new Map<Pointer, Blocks>()
  const blockReader = installCallbacks({
    heap: () => module.HEAPU8,
    getDefaultSystemFontInfo: call.FPDF_GetDefaultSystemFontInfo,
    setSystemFontInfo: call.FPDF_SetSystemFontInfo,
    table: call.__indirect_function_table,
    readBlock: (file, from, buffer, size) => {
      try {
        const block = files.get(file)?.read(from, size)
        if (block?.length !== size) return false
        module.HEAPU8.set(block, buffer)
        return true
      } catch {
        return false
      }
    },
  })
  let buffer: ArrayBufferLike | undefined
  let floats: Float32Array = new Float32Array()
  let doubles: Float64Array = new Float64Array()
  let ints: Int32Array = new Int32Array()
  const refresh = () => {
    if (buffer === module.HEAPU8.buffer) return
    buffer = module.HEAPU8.buffer
    floats = new Float32Array(buffer, scratch, scratchBytes / 4)
    doubles = new Float64Array(buffer, scratch, scratchBytes / 8)
    ints = new Int32Array(buffer, scratch, scratchBytes / 4)
  }
  return {
    call,
    scratch,
    files,
    blockReader,
    heap: () => module.HEAPU8,
    floats: () => {
      refresh()
      return floats
    },
    doubles: () => {
      refresh()
      return doubles
    },
    ints: () => {
      refresh()
      return ints
    },
  }
}

/** The one PDFium of this process: its heap grows to the largest file met and is used again for every other. */
export function startEngine(): Promise<Engine> {
  running ??= start()
  return running
}

/** Forgets an engine whose WebAssembly trapped: its heap can no longer be trusted. The next call starts a fresh one. */
export function dropEngine(): void {
  running = undefined
}
