import { expect, test } from 'vitest'

import { clientOf } from '../domain/clients.ts'
import { startTenant } from '../testing/tenant.ts'

const named = (id: string) => {
  const client = clientOf(id, `${id}-secret`)
  if (!client) throw new Error(`There is no client ${id}`)
  return client
}

test('each client acts for a person of the first data set who can log in, one of them for nobody', async () => {
  const { call } = await startTenant({ seedIdentities: 10 })
  const persons = new Set<string>()
  for (const id of [
    'demo-admin',
    'demo-source-admin',
    'demo-source-subadmin',
    'demo-helpdesk',
    'demo-auditor',
    'demo-limited',
  ]) {
    const { identityId } = named(id)
    expect((await call(`/identities/${identityId}`)).json()).toMatchObject({
      identityStatus: 'ACTIVE',
    })
    persons.add(identityId ?? '')
  }
  expect(persons.size).toBe(6)
  expect(named('demo-service')).toMatchObject({ identityId: null, levels: ['API'] })
})

test('the source administrator owns a directory, a flat file and one more, the sub-administrator one', async () => {
  const { call } = await startTenant({ seedIdentities: 10 })
  const namesFor = async (as: string) =>
    (await call('/sources?for-subadmin=me&sorters=name', { as }))
      .json()
      .map((source: { name: string }) => source.name)
  expect(await namesFor('demo-source-admin')).toEqual([
    'Active Directory',
    'Badge System',
    'GitHub Enterprise',
  ])
  expect(await namesFor('demo-source-subadmin')).toEqual(['Entra ID'])
})
