import { createFontFinder, isChinese, type SystemFont } from './system-fonts.ts'

type Callback = (...args: number[]) => number
type WasmFunction = (...args: number[]) => number

/** As much of the WebAssembly interface as is used here: the ES library has no types for it. */
type Wasm = {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: Record<string, WasmFunction> }
}
export type WasmTable = { set(index: number, value: WasmFunction): void }
const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly

/** The parts of the WebAssembly module that callbacks need. */
export type CallbackHost = {
  heap(): Uint8Array
  getDefaultSystemFontInfo(): number
  setSystemFontInfo(info: number): void
  table: WasmTable
  /** Fills a buffer with part of the file that has this number; false where there is no such file or it cannot be read. */
  readBlock(file: number, from: number, buffer: number, size: number): boolean
}

/** A WebAssembly module of one function that calls an imported one: the only way to put a JavaScript function into a table. */
function trampoline(parameters: number, returns: boolean, callback: Callback): WasmFunction {
  const integer = 0x7f
  const type = [0x60, parameters, ...new Array<number>(parameters).fill(integer), ...(returns ? [1, integer] : [0])]
  const section = (id: number, content: number[]) => [id, content.length, ...content]
  const bytes = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, ...type]),
    ...section(2, [1, 1, 0x65, 1, 0x66, 0, 0]),
    ...section(7, [1, 1, 0x66, 0, 0]),
  ])
  const call = new Instance(new Module(bytes), { e: { f: callback } }).exports['f']
  if (call === undefined) throw new Error('no trampoline')
  return call
}

function readName(heap: Uint8Array, pointer: number): string {
  if (pointer === 0) return ''
  const end = heap.indexOf(0, pointer)
  return Buffer.from(heap.subarray(pointer, Math.min(end, pointer + 200))).toString('latin1')
}

const collectionTag = 0x74746366

/** How many bytes of the font a table request means; a collection tells its chosen face by what follows the face's offset. */
function partOf(font: SystemFont, table: number): Buffer | undefined {
  if (table === collectionTag) return font.isCollection ? font.data : undefined
  return table === 0 ? font.data.subarray(font.offset) : undefined
}

/**
 * Gives PDFium the system's Chinese fonts for text whose font the PDF does not embed (FPDF_SYSFONTINFO, version 1).
 * A font file is read only when a document wants it. The module's function table cannot grow, so the callbacks take the
 * places of the default ones, which search a file system that the module does not have. The one that would tell a face's name, which
 * nobody asks for, has the form of a file's reader (FPDF_FILEACCESS), too: its place in the table is returned, to be used for that.
 */
export function installCallbacks(host: CallbackHost): number {
  const find = createFontFinder()
  const handles: SystemFont[] = []
  const handleOf = (font: SystemFont | undefined) => {
    if (font === undefined) return 0
    if (!handles.includes(font)) handles.push(font)
    return handles.indexOf(font) + 1
  }
  const mapFont: Callback = (_info, _weight, _italic, charset = 0, _pitch, face = 0) => {
    const name = readName(host.heap(), face)
    return isChinese(charset, name) ? handleOf(find(name)) : 0
  }
  const fontData: Callback = (_info, handle = 0, table = 0, buffer = 0, size = 0) => {
    const font = handles[handle - 1]
    const part = font === undefined ? undefined : partOf(font, table)
    if (part === undefined) return 0
    if (buffer !== 0 && size >= part.length) host.heap().set(part, buffer)
    return part.length
  }
  const readBlock: Callback = (file = 0, from = 0, buffer = 0, size = 0) => (host.readBlock(file, from >>> 0, buffer, size) ? 1 : 0)
  const charset: Callback = () => 134
  const nothing: Callback = () => 0
  const callbacks: [number, boolean, Callback][] = [
    [1, false, nothing],
    [2, false, nothing],
    [7, true, mapFont],
    [2, true, nothing],
    [5, true, fontData],
    [4, true, readBlock],
    [2, true, charset],
    [2, false, nothing],
  ]
  const info = host.getDefaultSystemFontInfo()
  let reader = 0
  for (const [index, [parameters, returns, callback]] of callbacks.entries()) {
    const slot = new DataView(host.heap().buffer).getInt32(info + 4 * (index + 1), true)
    if (slot > 0) host.table.set(slot, trampoline(parameters, returns, callback))
    if (callback === readBlock) reader = slot
  }
  host.setSystemFontInfo(info)
  return reader
}
