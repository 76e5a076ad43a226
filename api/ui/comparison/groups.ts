import type { ChangedValue, Comparison, FollowedFinding } from '../client/comparison-types.ts'
import type { Evidence, Fact, Severity } from '../client/review-types.ts'
import type { StoredDocument } from '../client/types.ts'
import type { Place } from '../evidence/place.ts'
import { type Marking, markFacts } from '../review/digits.ts'
import { lineOf, titleOf } from '../review/tell.ts'
import type { Names } from '../review/vocabulary.ts'
import { t } from '../words/index.ts'

/** In the order in which a reader needs them: what nobody asked for, what is left to do, what is done. */
export const groupNames = ['unasked', 'open', 'new', 'unverified', 'asked', 'resolved'] as const
export type GroupName = (typeof groupNames)[number]

/** One value, where it stood and where it stands; null where it is not printed. */
export type Pair = { readonly old: Place | null; readonly new: Place | null; readonly markings: readonly Marking[] }
export type Row = {
  readonly key: string
  readonly severity: Severity | null
  readonly title: string
  readonly line: string
  readonly pairs: readonly Pair[]
  readonly followed: FollowedFinding | null
}
export type Group = { readonly name: GroupName; readonly rows: readonly Row[] }
/** The files of both revisions, for their pictures. */
export type Files = { readonly old: readonly StoredDocument[]; readonly new: readonly StoredDocument[] }

function placeIn(files: readonly StoredDocument[], document: string, evidence: Evidence, fact: Fact | null): Place {
  const found = files.find(({ position }) => `d${position}` === document)
  return { document: found, name: found?.fileName ?? document, evidence, fact }
}
const placeOf = (files: readonly StoredDocument[], fact: Fact | null) =>
  fact === null ? null : placeIn(files, fact.document, fact.evidence, fact)

const pairOf = (files: Files, { old, new: now }: { old: Fact | null; new: Fact | null }): Pair => ({
  old: placeOf(files.old, old),
  new: placeOf(files.new, now),
  markings: old === null || now === null ? [] : markFacts(old, now),
})

/** A finding about no value points at places: the first of each side. */
function placesOf(files: Files, { old, new: now }: FollowedFinding): Pair[] {
  const [was, is] = [old?.finding.places[0], now?.finding.places[0]]
  if (was === undefined && is === undefined) return []
  return [
    {
      old: was === undefined ? null : placeIn(files.old, was.document, was.evidence, null),
      new: is === undefined ? null : placeIn(files.new, is.document, is.evidence, null),
      markings: [],
    },
  ]
}

function rowOfFinding(followed: FollowedFinding, names: Names, files: Files): Row | undefined {
  const told = followed.new ?? followed.old
  if (told === null) return undefined
  const pairs = followed.places.map((pair) => pairOf(files, pair))
  return {
    ...{ key: told.id, severity: told.finding.severity, title: titleOf(told.finding, names), line: lineOf(told.finding), followed },
    pairs: pairs.length > 0 ? pairs : placesOf(files, followed),
  }
}

function rowOfValue(value: ChangedValue, names: Names, files: Files): Row {
  const { subject, year, kind, from, to, document, because } = value
  const name = names.subject(subject)
  const title = `${year === null ? '' : t('review.ofYear', { year })}${name === subject ? value.name : name}${kind === 'target' ? t('comparison.target') : ''}`
  return {
    ...{ key: `${value.old.id}-${value.new?.id ?? ''}`, severity: null, title, followed: null, pairs: [pairOf(files, value)] },
    line: `${document.file.split('/').at(-1)} · ${t('comparison.fromTo', { from, to: to ?? t('comparison.gone') })}${because === 'follows' ? ` · ${t('comparison.follows')}` : ''}`,
  }
}

/** What is told of two submissions, in groups; those that hold nothing are left out. */
export function groupsOf({ findings, values }: Comparison, names: Names, files: Files): Group[] {
  const rowsOf = (name: GroupName): Row[] => {
    if (name === 'unasked') return values.filter(({ because }) => because === name).map((value) => rowOfValue(value, names, files))
    if (name === 'asked') return values.filter(({ because }) => because !== 'unasked').map((value) => rowOfValue(value, names, files))
    return findings.filter(({ status }) => status === name).flatMap((one) => rowOfFinding(one, names, files) ?? [])
  }
  return groupNames.map((name) => ({ name, rows: rowsOf(name) })).filter(({ rows }) => rows.length > 0)
}
