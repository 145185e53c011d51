import { sql, type Insertable } from 'kysely'

import type { Db } from './database.ts'
import { containing } from './run-items.ts'
import type { AuditRow, AuditTable } from './schema.ts'

const AT_ONCE = 500

export type NewAudit = Insertable<AuditTable>

/** Entries are only ever added. */
export async function addAudit(db: Db, rows: NewAudit[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await db
      .insertInto('audit')
      .values(rows.slice(at, at + AT_ONCE))
      .execute()
  }
}

export type AuditAsked = {
  run: string
  account: string
  identity: string
  action?: string | undefined
  events: string[]
  from?: number | undefined
  to?: number | undefined
  q: string
}

/** The newest first. */
export async function listAudit(
  db: Db,
  tenant: string,
  asked: AuditAsked & { limit: number; offset: number },
): Promise<{ rows: AuditRow[]; total: number }> {
  const query = auditLike(db, tenant, asked)
  const rows = await query
    .selectAll()
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
  return { rows, total: await countAudit(db, tenant, asked) }
}

export async function countAudit(db: Db, tenant: string, asked: AuditAsked): Promise<number> {
  const { total } = await auditLike(db, tenant, asked)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** Those before an entry, for whoever reads them all. */
export function auditBefore(
  db: Db,
  tenant: string,
  asked: AuditAsked & { before: number; limit: number },
): Promise<AuditRow[]> {
  return auditLike(db, tenant, asked)
    .selectAll()
    .where('id', '<', asked.before)
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .execute()
}

function auditLike(db: Db, tenant: string, { run, account, identity, ...asked }: AuditAsked) {
  let query = db.selectFrom('audit').where('tenant', '=', tenant)
  if (run) query = query.where('run_id', '=', run)
  if (account) query = query.where('account_id', '=', account)
  if (identity) query = query.where('identity_id', '=', identity)
  if (asked.action) query = query.where('action', '=', asked.action)
  if (asked.events.length > 0) query = query.where('event', 'in', asked.events)
  if (asked.from !== undefined) query = query.where('at', '>=', asked.from)
  if (asked.to !== undefined) query = query.where('at', '<', asked.to)
  const like = containing(asked.q)
  return like ? query.where(sql<boolean>`search_key like ${like} escape '!'`) : query
}
