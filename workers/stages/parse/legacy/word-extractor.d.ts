/* biome-ignore-all lint/style/noDefaultExport: the library's own shape */
declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(bytes: Buffer)
    open(): Promise<void>
  }
}

declare module 'word-extractor/lib/word-ole-extractor.js' {
  import type BufferReader from 'word-extractor/lib/buffer-reader.js'

  type Options = { filterUnicode?: boolean }
  export type Piece = { text: string; startFilePos: number; endFilePos: number; bpc: number }
  export type Extracted = {
    getBody: (options?: Options) => string
    getFootnotes: (options?: Options) => string
    getEndnotes: (options?: Options) => string
    getHeaders: (options?: Options & { includeFooters?: boolean }) => string
    getTextboxes: (options?: Options & { includeHeadersAndFooters?: boolean; includeBody?: boolean }) => string
  }
  export default class WordOleExtractor {
    _pieces: Piece[]
    extract(reader: BufferReader): Promise<Extracted>
    writeParagraphProperties(text: Buffer, tables: Buffer): void
  }
}
