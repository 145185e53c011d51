import { sql } from 'kysely'

import type { Db } from './database.ts'
import { textOfEach } from './each.ts'
import type { RunItemRow, RunItemTable } from './schema.ts'

/** Items of a plan that never become a part of its run. */
export const UNMATCHED = 'unmatched'
/** A statement of SQLite takes 32,766 values. */
const AT_ONCE = 500

export async function insertItems(db: Db, rows: RunItemTable[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await db
      .insertInto('run_item')
      .values(rows.slice(at, at + AT_ONCE))
      .execute()
  }
}

export type ItemsAsked = {
  states?: string[]
  group?: string | undefined
  q: string
  limit: number
  offset: number
}

export async function listItems(
  db: Db,
  runId: string,
  asked: ItemsAsked,
): Promise<{ rows: RunItemRow[]; total: number }> {
  const query = itemsLike(db, runId, asked)
  const rows = await query
    .selectAll()
    .orderBy('number')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

function itemsLike(db: Db, runId: string, { states, group, q }: ItemsAsked) {
  let query = db.selectFrom('run_item').where('run_id', '=', runId)
  if (states) query = query.where('state', '!=', UNMATCHED)
  if (states && states.length > 0) query = query.where('state', 'in', states)
  if (group) query = query.where('plan_group', '=', group)
  const like = containing(q)
  return like
    ? query.where((e) =>
        e.or([
          sql<boolean>`search_key like ${like} escape '!'`,
          sql<boolean>`lower(words) like ${like} escape '!'`,
        ]),
      )
    : query
}

/** A pattern for `like` with the escape `!`; undefined for an empty text. */
export function containing(text: string): string | undefined {
  const key = text.trim().toLowerCase()
  return key ? `%${key.replaceAll(/[!%_]/g, '!$&')}%` : undefined
}

export function itemsAfter(
  db: Db,
  runId: string,
  { states, after, limit }: { states: string[]; after: number; limit: number },
): Promise<RunItemRow[]> {
  return db
    .selectFrom('run_item')
    .selectAll()
    .where('run_id', '=', runId)
    .where('state', 'in', states)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
}

export function itemsOf(db: Db, runId: string, numbers: number[]): Promise<RunItemRow[]> {
  return db
    .selectFrom('run_item')
    .selectAll()
    .where('run_id', '=', runId)
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute()
}

export async function countStates(db: Db, runId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('run_item')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('run_id', '=', runId)
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, Number(count)]))
}

/** Those that were in one of the states that are left. */
export async function changeItems(
  db: Db,
  runId: string,
  numbers: number[] | 'all',
  from: readonly string[],
  change: Partial<RunItemTable>,
): Promise<number[]> {
  let query = db
    .updateTable('run_item')
    .set(change)
    .where('run_id', '=', runId)
    .where('state', 'in', from)
  if (numbers !== 'all') query = query.where('number', 'in', numbers)
  const rows = await query.returning('number').execute()
  return rows.map(({ number }) => number)
}

/** Columns of text that each item may have another value for. */
type Text = 'words' | 'tracking_id' | 'task_id' | 'before' | 'after'
export type OwnTexts = { number: number } & Partial<Record<Text, string | null>>

/**
 * As `changeItems`, with text of its own for each. All of them have the same columns, and none is
 * named twice.
 */
export async function changeEach(
  db: Db,
  runId: string,
  from: readonly string[],
  shared: Partial<RunItemTable>,
  each: OwnTexts[],
): Promise<number[]> {
  const changed: number[] = []
  for (let at = 0; at < each.length; at += AT_ONCE) {
    const some = each.slice(at, at + AT_ONCE)
    const { number: _number, ...texts } = some[0] ?? { number: 0 }
    const own = Object.keys(texts).map((column) => {
      const values = some.map((one) => ({ number: one.number, text: one[column as Text] ?? null }))
      return [column, textOfEach(values)]
    })
    const rows = await db
      .updateTable('run_item')
      .set({ ...shared, ...Object.fromEntries(own) })
      .where('run_id', '=', runId)
      .where('state', 'in', from)
      .where(
        'number',
        'in',
        some.map(({ number }) => number),
      )
      .returning('number')
      .execute()
    changed.push(...rows.map(({ number }) => number))
  }
  return changed
}

/** As `changeItems`, for all that can still be sent: of some, what was to be sent was forgotten. */
export async function planAgain(
  db: Db,
  runId: string,
  from: readonly string[],
  change: Partial<RunItemTable>,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('run_item')
    .set(change)
    .where('run_id', '=', runId)
    .where('state', 'in', from)
    // Within a text of the JSON its quotes would be escaped.
    .where((e) => e.or([e('target', 'is', null), e('target', 'not like', '%"isForgotten":true%')]))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/**
 * Written before the requests leave: only while the run is one that sends, and of accounts that no
 * run has under way.
 */
export async function sendItems(
  db: Db,
  runId: string,
  numbers: number[],
  now: number,
): Promise<{ number: number; attempts: number }[]> {
  return db
    .updateTable('run_item')
    .set((e) => ({ state: 'sent', sent_at: now, attempts: e('attempts', '+', 1) }))
    .where('run_id', '=', runId)
    .where('number', 'in', numbers)
    .where('state', '=', 'planned')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('run').select('id').where('id', '=', runId).where('state', '=', 'running')),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('run_item as other')
            .select('other.number')
            .whereRef('other.account_id', '=', 'run_item.account_id')
            .where('other.state', 'in', ['sent', 'accepted']),
        ),
      ),
    )
    .returning(['number', 'attempts'])
    .execute()
}

/**
 * Of these accounts, those that an earlier run is still to change, or that any other run has under
 * way: what was confirmed last has to come last.
 */
export async function accountsAhead(
  db: Db,
  { id, number }: { id: string; number: number },
  accountIds: string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('run_item')
    .innerJoin('run', 'run.id', 'run_item.run_id')
    .select('run_item.account_id')
    .where('run_item.account_id', 'in', accountIds)
    .where('run_item.run_id', '!=', id)
    .where((e) =>
      e.or([
        e('run_item.state', 'in', ['sent', 'accepted']),
        e.and([
          e('run_item.state', '=', 'planned'),
          e('run.state', '=', 'running'),
          e('run.number', '<', number),
        ]),
      ]),
    )
    .execute()
  return new Set(rows.map(({ account_id }) => account_id))
}

/** Which of these accounts a run has under way or, while it sends, is still to send to. */
export async function accountsUnderWay(
  db: Db,
  tenant: string,
  accountIds: string[],
): Promise<{ accountId: string; action: string }[]> {
  const rows = await db
    .selectFrom('run_item')
    .innerJoin('run', 'run.id', 'run_item.run_id')
    .select(['run_item.account_id', 'run.action'])
    .where('run_item.account_id', 'in', accountIds)
    .where('run.tenant', '=', tenant)
    .where((e) =>
      e.or([
        e('run_item.state', 'in', ['sent', 'accepted']),
        e.and([e('run_item.state', '=', 'planned'), e('run.state', '=', 'running')]),
      ]),
    )
    .orderBy('run.number')
    .execute()
  return rows.map(({ account_id: accountId, action }) => ({ accountId, action }))
}

/** What a plan would send of one group is a part of its run that is not sent. */
export async function leaveOutGroup(
  db: Db,
  runId: string,
  group: string,
  words: string,
): Promise<void> {
  await db
    .updateTable('run_item')
    .set({ state: 'skipped', words })
    .where('run_id', '=', runId)
    .where('plan_group', '=', group)
    .where('state', '=', 'planned')
    .execute()
}
