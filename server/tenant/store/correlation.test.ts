import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'

import { onPostgres } from '../testing/database.ts'
import { startTenant } from '../testing/tenant.ts'
import { lookup } from './correlation.ts'
import { indexesOf } from './indexes.ts'

test('what the sources correlate by has an index', async () => {
  const { db } = await startTenant({ seedIdentities: 10 })
  const names = (await indexesOf(db)).map(({ name }) => name)
  expect(names).toContain('identity_attribute_identificationNumber')
})

// PostgreSQL reads a table of ten rows whole, whatever indexes it has.
test.skipIf(onPostgres).each([
  ['identificationNumber', 'identity_attribute_identificationNumber'],
  ['email', 'identity_email_key_id'],
  ['uid', 'identity_alias_key_id'],
])('a lookup by %s walks the index %s', async (attribute, index) => {
  const { db } = await startTenant({ seedIdentities: 10 })
  const { sql, parameters } = lookup(db, attribute, 'x').compile()
  const plan = await db.executeQuery(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  )
  expect(JSON.stringify(plan.rows)).toContain(`USING INDEX ${index} (`)
})
