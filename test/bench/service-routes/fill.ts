import type { Pool } from 'pg'
import { makeReport } from '../../workers/store/make-review.ts'

/** How much the store holds when its lists are measured. */
export type Size = { readonly dossiers: number; readonly factsEach: number; readonly findingsEach: number }

const provinces = 30
const parksEach = 20

/**
 * Fills an empty store with organisations, reviewed dossiers, facts, findings, answers and an audit log, as years of use would. The rows
 * come from the database itself, for speed; their bodies are those of the tests' report.
 */
export async function fillStore(pool: Pool, { dossiers, factsEach, findingsEach }: Size): Promise<void> {
  const report = makeReport(factsEach, findingsEach)
  const bodies = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item))
  const ago = (seconds: string) => `uuidv7(make_interval(secs => -(${seconds})))`
  await pool.query(`insert into organisations select uuidv7(), 'office', '领导小组办公室', null, now()`)
  await pool.query(
    `insert into organisations select uuidv7(), 'province', '省' || n, (select id from organisations where kind = 'office'), now()
     from generate_series(1, $1::int) n`,
    [provinces],
  )
  await pool.query(
    `insert into organisations select uuidv7(), 'park', p.name || '园区' || n, p.id, now()
     from organisations p, generate_series(1, $1::int) n where p.kind = 'province'`,
    [parksEach],
  )
  await pool.query(
    `insert into dossiers
     select ${ago('$1::int - n')}, parks.id, (array['验收', '创建申请', '年度报告'])[1 + n % 3] || '材料 ' || n,
       (array['acceptance', 'creation', 'annual'])[1 + n % 3], '省' || (n % $2::int + 1), null, now() - make_interval(secs => $1::int - n), ${ago('$1::int - n')}, 1,
       case when n % 50 = 0 then 'queued' when n % 77 = 0 then 'failed' else 'reviewed' end, n % 4, n % 7, n % 3
     from generate_series(1, $1::int) n
     join (select id, row_number() over (order by id) as place from organisations where kind = 'park') parks on parks.place = 1 + n % ($2::int * $3::int)`,
    [dossiers, provinces, parksEach],
  )
  await pool.query(`insert into revisions (id, dossier_id, organisation_id, number, status, created_at)
    select revision_id, id, organisation_id, 1, status, created_at from dossiers`)
  await pool.query(
    `insert into facts select d.revision_id, f.ordinal, f.body ->> 'id', f.body ->> 'document', f.body ->> 'subject', (f.body ->> 'year')::int, 'actual', f.body
     from dossiers d, unnest($1::json[]) with ordinality f (body, ordinal) order by d.id, f.ordinal`,
    [bodies(report.facts)],
  )
  await pool.query(
    `insert into findings select uuidv7(), d.revision_id, d.id, d.organisation_id, f.ordinal, f.body ->> 'severity', f.body ->> 'rule', f.body ->> 'subject', f.body
     from dossiers d, unnest($1::json[]) with ordinality f (body, ordinal) order by d.id, f.ordinal desc`,
    [bodies(report.findings)],
  )
  // One rare rule and subject, which a list must not look for through everything.
  await pool.query(
    `update findings set rule = 'risk/penalty', subject = 'park_area' where ordinal = 1 and (('x' || right(id::text, 4))::bit(16)::int % 200) = 0`,
  )
  await pool.query(`insert into dispositions select id, (array['confirmed', 'dismissed', 'needs_explanation'])[1 + ordinal % 3], '已核对', 1, null, now()
    from findings where ordinal % 3 <> 0 and (('x' || right(id::text, 4))::bit(16)::int % 10) < 8`)
  await pool.query(`insert into audit_log
    select uuidv7(), now(), null, '审核员', f.organisation_id, 'disposition.change', 'finding', f.id::text, f.dossier_id, '{}', null from findings f`)
  await pool.query('vacuum analyze')
}
