import { expect, test } from 'vitest'

import { clientOf } from '../domain/clients.ts'
import { givenIdentity, givenLogin, givenSource } from '../testing/given.ts'
import { expectRefusal, openTenant, startTenant } from '../testing/tenant.ts'

test('whoever cannot log in has no log-in to read: 404', async () => {
  const { db, call } = await startTenant()
  const identity = await givenIdentity(db, 'ines')
  expectRefusal(await call(`/auth-users/${identity.id}`), 404, identity.id)
  expectRefusal(await call('/auth-users/unknown'), 404, 'unknown')
})

test('a person without rights has no capabilities, and no date that nobody knows', async () => {
  const { db, call } = await startTenant()
  const source = await givenSource(db, { internal: 1, name: 'IdentityNow' })
  const { identity } = await givenLogin(db, source, 'ines')
  expect((await call(`/auth-users/${identity.id}`)).json()).toMatchObject({
    id: identity.id,
    uid: 'ines',
    email: 'ines@example.com',
    displayName: 'ines',
    capabilities: null,
    lastPasswordChangeDate: null,
    lastUnlockTimestamp: null,
  })
})

test('the people behind the clients have the capabilities of their level', async () => {
  const { call, db, close } = await openTenant({ seedIdentities: 10 })
  try {
    for (const name of ['demo-admin', 'demo-source-admin', 'demo-helpdesk']) {
      const client = clientOf(name, `${name}-secret`)
      const answer = await call(`/auth-users/${client?.identityId}`)
      expect(answer.json()).toMatchObject({ tenant: 'muster', capabilities: client?.levels })
      const account = await db
        .selectFrom('account')
        .select('attributes')
        .where('identity_id', '=', client?.identityId ?? '')
        .where('system_account', '=', 1)
        .executeTakeFirstOrThrow()
      const changed = JSON.parse(account.attributes).passwordLastSet
      expect(answer.json().lastPasswordChangeDate).toBe(changed)
    }
  } finally {
    await close()
  }
})
