import { createHash } from 'node:crypto'

import { sql } from 'kysely'

import {
  givenAccount,
  givenFile,
  givenIdentity,
  givenLogin,
  givenSource,
} from '../testing/given.ts'
import type { TestTenant } from '../testing/tenant.ts'
import { emptied, settled, tablesOf } from './tables.ts'

/** A tenant with a little of everything, and the ids that requests name by stand-ins. */
export async function createWorld(tenant: TestTenant) {
  const { db } = tenant
  const tables = await tablesOf(db)
  const tokens = {
    token: await tenant.tokenOf('demo-admin'),
    helpdesk: await tenant.tokenOf('demo-helpdesk'),
    auditor: await tenant.tokenOf('demo-auditor'),
  }

  /** Makes the few known rows all there is. */
  async function reset(): Promise<Record<string, string>> {
    await emptied(db)
    const file = await givenFile(db)
    const direct = await givenSource(db)
    const internal = await givenSource(db, { name: 'IdentityNow', internal: 1 })
    const [ines, omar] = [await givenIdentity(db, 'ines'), await givenIdentity(db, 'omar')]
    const account0 = await givenAccount(db, file, { uid: 'B1', owner: ines.id })
    const account1 = await givenAccount(db, direct, { uid: 'ines', owner: ines.id, locked: 1 })
    const account2 = await givenAccount(db, direct, { uid: 'stray' })
    const login = await givenLogin(db, internal, 'sami')
    const task = (await tenant.post(`/accounts/${account1}/reload`)).json().id
    const load = await tenant.call(`/sources/${file.id}/load-accounts`, { method: 'POST' })
    await settled(db)
    await tenant.post('/accounts/search-attribute-config', {
      name: 'mail',
      displayName: 'Address',
      applicationAttributes: { [direct.id]: 'mail' },
    })
    const hidden = (await tenant.account(account2)).identityId
    const [entitlement] = await db.selectFrom('entitlement').select('id').limit(1).execute()
    return {
      ...tokens,
      account0,
      account1,
      account2,
      login: login.accountId,
      task,
      hidden,
      attribute: 'mail',
      owner: login.identity.id,
      aggregation: load.json().task.id,
      identity0: ines.id,
      identity1: omar.id,
      entitlement: entitlement?.id ?? '',
      file: file.id,
      direct: direct.id,
      internal: internal.id,
    }
  }

  /** A digest of all that is stored. */
  async function fingerprint(): Promise<string> {
    const hash = createHash('sha256')
    for (const table of tables) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(db)
      hash.update(
        rows
          .map((row) => JSON.stringify(row))
          .toSorted()
          .join('\n'),
      )
    }
    return hash.digest('hex')
  }

  return { reset, fingerprint }
}
