import type { StoredDocument } from '../store/entities.ts'

/** Whether a document has been read, well or not: its reading is kept. */
export const isRead = ({ status }: StoredDocument): boolean => status !== 'uploaded' && status !== 'reading'
