/** What a sample document is made of, in reading order. */
export type Block =
  | { kind: 'title' | 'heading' | 'paragraph' | 'signature'; text: string }
  | { kind: 'table'; caption: string; rows: string[][] }

export const title = (text: string): Block => ({ kind: 'title', text })
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const signature = (text: string): Block => ({ kind: 'signature', text })
export const table = (caption: string, rows: string[][]): Block => ({ kind: 'table', caption, rows })
