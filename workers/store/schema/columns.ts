import { deserialize, serialize } from 'node:v8'
import { bigint, customType, json, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A moment with its time zone, as a Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** The key of a row: a time-ordered uuid that the program makes. */
export const key = () => uuid('id').primaryKey()

/** A SHA-256 in hexadecimal. */
export const digest = (name: string) => text(name)

/** A number of bytes. */
export const bytes = (name: string) => bigint(name, { mode: 'number' })

/**
 * JSON exactly as written. `jsonb` would reorder keys, so that a report made from stored readings had other bytes, and it refuses
 * characters that hostile files hold (U+0000, lone surrogates).
 */
export const exactJson = <T>(name: string) => json(name).$type<T>()

/** A value as processes hand it to each other: unlike JSON this keeps which of its parts are one and the same object. */
export const clonedValue = customType<{ data: unknown; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => serialize(value),
  fromDriver: (stored) => deserialize(stored),
})
