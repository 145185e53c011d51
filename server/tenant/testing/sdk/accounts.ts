import { expect } from 'vitest'

import { givenAccount, givenFile, givenIdentity, givenSource } from '../given.ts'
import type { Sdk, Stories } from './sdk.ts'

const onDirectory = async ({ db }: Sdk, given: { locked?: 1; disabled?: 1 } = {}) =>
  givenAccount(db, await givenDirectory(db), { uid: 'ines', ...given })

let number = 0
const givenDirectory = (db: Sdk['db']) => givenSource(db, { name: `Directory ${(number += 1)}` })
const givenBadges = (db: Sdk['db']) => givenFile(db, { name: `Badges ${(number += 1)}` })
const toggle = { accountToggleRequestV2024: {} }

export const accountStories: Stories = {
  async listAccounts({ accounts, db }) {
    const source = await givenDirectory(db)
    const { id: owner } = await givenIdentity(db, 'omar')
    for (const uid of ['ines', 'omar', 'Said "O"']) await givenAccount(db, source, { uid, owner })
    const list = await accounts.listAccounts({
      filters: `sourceId eq "${source.id}" and not (name eq "ines")`,
      sorters: '-name',
      count: true,
      limit: 1,
    })
    expect(list.headers['x-total-count']).toBe('2')
    expect(list.data).toMatchObject([{ name: 'Said "O"' }])
    await expect(accounts.listAccounts({ filters: 'disabled eq true' })).rejects.toMatchObject({
      response: { status: 400, data: { detailCode: '400.1 Bad request content' } },
    })
  },
  async getAccount({ accounts, db }) {
    const id = await givenAccount(db, await givenDirectory(db), { uid: 'ines' })
    const { data } = await accounts.getAccount({ id })
    expect(data).toMatchObject({ id, nativeIdentity: 'ines', attributes: { groups: ['staff'] } })
    await expect(accounts.getAccount({ id: 'no/body' })).rejects.toMatchObject({
      response: {
        status: 404,
        data: { messages: [{ text: expect.stringContaining('no/body') }, {}] },
      },
    })
  },
  async createAccount(sdk) {
    const { id: sourceId } = await givenBadges(sdk.db)
    const attributes = { sourceId, uid: 'B9', name: 'Nine' }
    const { data } = await sdk.accounts.createAccount({
      accountAttributesCreateV2024: { attributes },
    })
    expect(await sdk.ended(data.id)).toMatchObject({ completionStatus: 'SUCCESS' })
    const { data: found } = await sdk.accounts.listAccounts({
      filters: `sourceId eq "${sourceId}"`,
    })
    expect(found).toMatchObject([{ nativeIdentity: 'B9', name: 'Nine' }])
  },
  async putAccount(sdk) {
    const id = await givenAccount(sdk.db, await givenBadges(sdk.db), { uid: 'B1' })
    const attributes = { uid: 'B1', name: 'One' }
    const { data } = await sdk.accounts.putAccount({ id, accountAttributesV2024: { attributes } })
    expect(await sdk.ended(data.id)).toMatchObject({ completionStatus: 'SUCCESS' })
    expect(await sdk.account(id)).toMatchObject({
      name: 'One',
      attributes: { uid: 'B1', name: 'One', groups: null },
    })
  },
  async updateAccount({ accounts, account, db }) {
    const id = await givenAccount(db, await givenDirectory(db), { uid: 'ines' })
    const omar = await givenIdentity(db, 'omar')
    const requestBody = [{ op: 'replace', path: '/identityId', value: omar.id }]
    expect((await accounts.updateAccount({ id, requestBody })).status).toBe(202)
    expect(await account(id)).toMatchObject({ identityId: omar.id, manuallyCorrelated: true })
  },
  async deleteAccount(sdk) {
    const id = await givenAccount(sdk.db, await givenBadges(sdk.db), { uid: 'B1' })
    const { data } = await sdk.accounts.deleteAccount({ id })
    await sdk.ended(data.id)
    await expect(sdk.account(id)).rejects.toMatchObject({ response: { status: 404 } })
  },
  async deleteAccountAsync(sdk) {
    const id = await onDirectory(sdk)
    const { data } = await sdk.accounts.deleteAccountAsync({ id })
    expect(data).toMatchObject({ type: 'TASK_RESULT', name: null })
    await sdk.ended(data.id)
    await expect(sdk.account(id)).rejects.toMatchObject({ response: { status: 404 } })
  },
  async getAccountEntitlements(sdk) {
    const id = await onDirectory(sdk)
    const { data, headers } = await sdk.accounts.getAccountEntitlements({ id, count: true })
    expect(data).toMatchObject([{ attribute: 'groups', value: 'staff' }])
    expect(headers['x-total-count']).toBe('1')
  },
  async submitReloadAccount(sdk) {
    const id = await onDirectory(sdk)
    await sdk.db
      .updateTable('target_account')
      .set({ locked: 1 })
      .where('source_id', '=', (await sdk.account(id)).sourceId)
      .execute()
    await sdk.ended((await sdk.accounts.submitReloadAccount({ id })).data.id)
    expect(await sdk.account(id)).toMatchObject({ locked: true })
  },
  async enableAccount(sdk) {
    const id = await onDirectory(sdk, { disabled: 1 })
    await sdk.ended((await sdk.accounts.enableAccount({ id, ...toggle })).data.id)
    expect(await sdk.account(id)).toMatchObject({ disabled: false })
  },
  async disableAccount(sdk) {
    const id = await onDirectory(sdk)
    const task = await sdk.accounts.disableAccount({ id, ...toggle })
    expect(task.status).toBe(202)
    expect(await sdk.ended(task.data.id)).toMatchObject({ completionStatus: 'SUCCESS' })
    expect(await sdk.account(id)).toMatchObject({ disabled: true })
  },
  async unlockAccount(sdk) {
    const id = await onDirectory(sdk, { locked: 1 })
    const task = await sdk.accounts.unlockAccount({ id, accountUnlockRequestV2024: {} })
    await sdk.ended(task.data.id)
    expect(await sdk.account(id)).toMatchObject({ locked: false })
  },
  async getEntitlement(sdk) {
    const { data } = await sdk.accounts.getAccountEntitlements({ id: await onDirectory(sdk) })
    const id = data[0]?.id ?? ''
    expect((await sdk.entitlements.getEntitlement({ id })).data).toMatchObject({
      id,
      name: 'staff',
    })
  },
}
