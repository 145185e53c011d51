import type { Identity } from '../../../contract.ts'
import type { Db } from '../database.ts'
import type { IdentityTable } from '../schema.ts'
import type { Columns } from './columns.ts'
import type { ListQuery, Page } from './page.ts'
import { identityNames, inOrder, pageOfIds } from './rows.ts'

const text = ['eq', 'sw'] as const
const yesNo = ['eq'] as const

/** What `/identities` filters and sorts by (isc-facts §2.2). */
export const identityColumns: Columns = {
  id: { name: 'id', type: 'id', operators: ['eq', 'in'] },
  name: { name: 'name_key', type: 'key', operators: text, sortable: true },
  alias: { name: 'alias_key', type: 'key', operators: text, sortable: true },
  firstname: { name: 'firstname_key', type: 'key', operators: text },
  lastname: { name: 'lastname_key', type: 'key', operators: text },
  email: { name: 'email_key', type: 'key', operators: text },
  cloudStatus: { name: 'cloud_status', type: 'upper', operators: yesNo, sortable: true },
  processingState: { name: 'processing_state', type: 'upper', nullable: true, operators: yesNo },
  correlated: { name: 'correlated', type: 'flag', operators: yesNo },
  protected: { name: 'protected', type: 'flag', operators: yesNo },
}

export async function listIdentities(db: Db, query: ListQuery): Promise<Page<Identity>> {
  const fixed = query.defaultFilter === 'NONE' ? [] : [{ column: 'correlated' as const, value: 1 }]
  const { ids, total } = await pageOfIds(db, 'identity', identityColumns, query, fixed)
  return { items: await identitiesByIds(db, ids), total }
}

export async function findIdentity(db: Db, id: string): Promise<Identity | undefined> {
  const [identity] = await identitiesByIds(db, [id])
  return identity
}

async function identitiesByIds(db: Db, ids: string[]): Promise<Identity[]> {
  if (ids.length === 0) return []
  const found = await db.selectFrom('identity').selectAll().where('id', 'in', ids).execute()
  const rows = inOrder(ids, found)
  const managers = await identityNames(
    db,
    rows.map((row) => row.manager_id),
  )
  return rows.map((row) => toIdentity(row, managers))
}

function toIdentity(row: IdentityTable, managers: Map<string, string>): Identity {
  return {
    id: row.id,
    name: row.name,
    created: row.created,
    modified: row.modified,
    alias: row.alias,
    emailAddress: row.email,
    // The columns hold the contract's values alone.
    processingState: row.processing_state as Identity['processingState'],
    identityStatus: row.identity_status as Identity['identityStatus'],
    managerRef: row.manager_id
      ? { type: 'IDENTITY', id: row.manager_id, name: managers.get(row.manager_id) ?? '' }
      : null,
    isManager: row.is_manager === 1,
    ...(row.last_refresh ? { lastRefresh: row.last_refresh } : {}),
    attributes: JSON.parse(row.attributes),
    lifecycleState: row.lifecycle_state
      ? { stateName: row.lifecycle_state, manuallyUpdated: row.lifecycle_manual === 1 }
      : null,
  }
}
