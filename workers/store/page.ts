import { isId } from './new-id.ts'
import type { Page, PageRequest } from './store.ts'
import { StoreError } from './store-error.ts'

const usual = 50
const most = 200

export const limitOf = ({ limit = usual }: PageRequest): number => Math.min(Math.max(Math.trunc(limit), 1), most)

const refuse = () => new StoreError('store.bad-cursor', '分页标记无效，请从第一页重新查询。')

const decode = (mark: string) => Buffer.from(mark, 'base64url').toString('utf8')

/** The id that a page goes on after, or null for the first page. */
export function idAfter({ after }: PageRequest): string | null {
  if (after === null || after === undefined) return null
  const id = decode(after)
  if (!isId(id)) throw refuse()
  return id
}

/** The ordinal that a page goes on after, or null for the first page. */
export function ordinalAfter({ after }: PageRequest): number | null {
  if (after === null || after === undefined) return null
  const text = decode(after)
  if (!/^\d{1,9}$/.test(text)) throw refuse()
  return Number(text)
}

/** The due date and id that a page goes on after, or null for the first page. */
export function dueAfter({ after }: PageRequest): { due: string; id: string } | null {
  if (after === null || after === undefined) return null
  const [, due = '', id = ''] = /^(\d{4}-\d\d-\d\d|infinity) (.+)$/.exec(decode(after)) ?? []
  if (due === '' || !isId(id)) throw refuse()
  return { due, id }
}

/** Makes a page of rows, of which one more than the limit was asked for; `markOf` gives what the next page goes on after. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  request: PageRequest,
  markOf: (row: Row) => string | number,
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limitOf(request))
  const last = shown.at(-1)
  const next = rows.length > shown.length && last !== undefined ? Buffer.from(String(markOf(last))).toString('base64url') : null
  return { items: shown.map(itemOf), next }
}
