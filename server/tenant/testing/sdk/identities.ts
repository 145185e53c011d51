import { expect } from 'vitest'

import { givenIdentity, givenLogin, givenSource } from '../given.ts'
import type { Sdk, Stories } from './sdk.ts'

let number = 0

async function login({ db }: Sdk) {
  const name = `person${(number += 1)}`
  const source = await givenSource(db, { name: `Log-ins of ${name}`, internal: 1 })
  return { name, ...(await givenLogin(db, source, name)) }
}

const disabled = async (sdk: Sdk, accountId: string, expected: boolean) =>
  expect
    .poll(async () => (await sdk.account(accountId)).disabled, { timeout: 10_000 })
    .toBe(expected)

const switchOff = ({ db }: Sdk, accountId: string) =>
  db.updateTable('account').set({ disabled: 1 }).where('id', '=', accountId).execute()

export const identityStories: Stories = {
  async listIdentities({ db, identities }) {
    for (const name of ['zoe', 'zara']) await givenIdentity(db, name)
    const { data, headers } = await identities.listIdentities({
      filters: 'name sw "Z"',
      sorters: 'name',
      count: true,
    })
    expect(data.map(({ name }) => name)).toEqual(['zara', 'zoe'])
    expect(headers['x-total-count']).toBe('2')
  },
  async getIdentity({ db, identities }) {
    const { id } = await givenIdentity(db, 'ines')
    expect((await identities.getIdentity({ id })).data).toMatchObject({
      id,
      name: 'ines',
      emailAddress: 'ines@example.com',
    })
  },
  async enableAccountForIdentity(sdk) {
    const { accountId, identity } = await login(sdk)
    await switchOff(sdk, accountId)
    expect((await sdk.accounts.enableAccountForIdentity({ id: identity.id })).status).toBe(202)
    await disabled(sdk, accountId, false)
  },
  async disableAccountForIdentity(sdk) {
    const { accountId, identity } = await login(sdk)
    expect((await sdk.accounts.disableAccountForIdentity({ id: identity.id })).status).toBe(202)
    await disabled(sdk, accountId, true)
  },
  async enableAccountsForIdentities(sdk) {
    const { accountId, identity } = await login(sdk)
    await switchOff(sdk, accountId)
    const identityIds = [identity.id, 'nobody']
    const { data, status } = await sdk.accounts.enableAccountsForIdentities({
      identitiesAccountsBulkRequestV2024: { identityIds },
    })
    expect(status).toBe(207)
    expect(data).toMatchObject([
      { id: identity.id, statusCode: 202 },
      { id: 'nobody', statusCode: 404, message: 'Referenced identity "nobody" was not found.' },
    ])
    await disabled(sdk, accountId, false)
  },
  async disableAccountsForIdentities(sdk) {
    const { accountId, identity } = await login(sdk)
    const { data } = await sdk.accounts.disableAccountsForIdentities({
      identitiesAccountsBulkRequestV2024: { identityIds: [identity.id] },
    })
    expect(data).toMatchObject([{ id: identity.id, statusCode: 202 }])
    await disabled(sdk, accountId, true)
  },
  async getAuthUser(sdk) {
    const { identity, name } = await login(sdk)
    const { data } = await sdk.authUsers.getAuthUser({ id: identity.id })
    expect(data).toMatchObject({ id: identity.id, uid: name, tenant: 'muster' })
  },
}
