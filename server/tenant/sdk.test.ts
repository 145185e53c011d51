import {
  AccountsV2024Api,
  Configuration,
  SourcesV2024Api,
  TaskManagementV2024Api,
} from 'sailpoint-api-client'
import { expect, test } from 'vitest'

import { expectContract } from './contract-check.ts'
import { givenAccount, givenFile, givenIdentity, givenSource } from './testing/given.ts'
import { startTenant } from './testing/tenant.ts'

/** The official SDK, signed in at a tenant that listens. */
async function startWithSdk() {
  const tenant = await startTenant()
  const baseurl = await tenant.app.listen({ port: 0, host: '127.0.0.1' })
  const configuration = new Configuration({
    baseurl,
    clientId: 'demo-admin',
    clientSecret: 'demo-admin-secret',
    tokenUrl: `${baseurl}/oauth/token`,
  })
  // Without it the SDK refuses to call what was experimental when it was built.
  configuration.experimental = true
  const accounts = new AccountsV2024Api(configuration)
  const sources = new SourcesV2024Api(configuration)
  const tasks = new TaskManagementV2024Api(configuration)
  const ended = async (id: string) => {
    await expect
      .poll(async () => (await tasks.getTaskStatus({ id })).data.completionStatus, {
        timeout: 5000,
      })
      .not.toBeNull()
    return (await tasks.getTaskStatus({ id })).data
  }
  return { ...tenant, accounts, sources, ended }
}

test('the SDK lists, disables, follows the task and reads back', async () => {
  const { db, accounts, ended } = await startWithSdk()
  const source = await givenSource(db)
  const omar = await givenIdentity(db, 'omar')
  for (const uid of ['ines', 'omar', 'Said "O"']) {
    await givenAccount(db, source, { uid, owner: omar.id })
  }
  const list = await accounts.listAccounts({
    filters: `sourceId eq "${source.id}" and not (name eq "ines")`,
    sorters: '-name',
    count: true,
    limit: 1,
  })
  expect(list.headers['x-total-count']).toBe('2')
  expect(list.data).toMatchObject([{ name: 'Said "O"' }])
  expectContract('listAccounts 200', list.data)

  const { data } = await accounts.listAccounts({ filters: 'name sw "INE"' })
  const id = data[0]?.id ?? ''
  const task = await accounts.disableAccount({ id, accountToggleRequestV2024: {} })
  expect(task.status).toBe(202)
  expect(await ended(task.data.id)).toMatchObject({ completionStatus: 'SUCCESS' })
  expect((await accounts.getAccount({ id })).data).toMatchObject({ name: 'ines', disabled: true })
})

test('the SDK sends what has no body, and patches', async () => {
  const { db, accounts, ended } = await startWithSdk()
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const omar = await givenIdentity(db, 'omar')
  const reload = await accounts.submitReloadAccount({ id })
  expect(await ended(reload.data.id)).toMatchObject({ completionStatus: 'SUCCESS' })
  const requestBody = [{ op: 'replace', path: '/identityId', value: omar.id }]
  await accounts.updateAccount({ id, requestBody })
  expect((await accounts.getAccount({ id })).data).toMatchObject({ identityId: omar.id })
})

test('the SDK uploads a file, and its accounts are there', async () => {
  const { db, accounts, sources, ended } = await startWithSdk()
  const { id } = await givenFile(db)
  const file = new File(['uid,name\nB1,One\nB2,Two\n'], 'badges.csv', { type: 'text/csv' })
  const load = await sources.importAccounts({ id, file, disableOptimization: 'true' })
  expectContract('LoadAccountsTask', load.data)
  expect(await ended(load.data.task?.id ?? '')).toMatchObject({ completionStatus: 'SUCCESS' })
  const { data } = await accounts.listAccounts({ filters: `sourceId eq "${id}"`, sorters: 'name' })
  expect(data.map((account) => account.nativeIdentity)).toEqual(['B1', 'B2'])
})

test('the SDK aggregates a source without a file', async () => {
  const { db, accounts, sources, ended } = await startWithSdk()
  const source = await givenSource(db)
  await givenAccount(db, source, { uid: 'ines' })
  await db.deleteFrom('account').execute()
  const load = await sources.importAccounts({ id: source.id })
  expect(await ended(load.data.task?.id ?? '')).toMatchObject({ completionStatus: 'SUCCESS' })
  expect((await accounts.listAccounts()).data).toMatchObject([{ nativeIdentity: 'ines' }])
})

test('the SDK is told why a filter is refused', async () => {
  const { accounts } = await startWithSdk()
  const refused = accounts.listAccounts({ filters: 'disabled eq true' })
  await expect(refused).rejects.toMatchObject({
    response: { status: 400, data: { detailCode: '400.1 Bad request content' } },
  })
})
