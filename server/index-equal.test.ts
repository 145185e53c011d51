import { expect, test } from 'vitest'

import type { Account, Source } from './contract.ts'
import { startIndexed, startTenant, type Tenant } from './testing/indexed.ts'

/** What administrators do, one thing after the other, until it is told to stop. */
function writing(tenant: Tenant, accounts: Account[], badges: Source) {
  let stopped = false
  let changes = 0
  const write = async (nth: number) => {
    const id = accounts[(nth * 7919) % accounts.length]?.id ?? ''
    const attributes = { sourceId: badges.id, badgeNumber: `new-${nth}`, holderName: `New ${nth}` }
    const kinds = [
      () => tenant.call(`/accounts/${id}/disable`, 'POST', {}),
      () => tenant.call(`/accounts/${id}/enable`, 'POST', {}),
      () => tenant.call('/accounts', 'POST', { attributes }),
      () => tenant.call(`/accounts/${id}/remove`, 'POST'),
    ]
    const answer = await kinds[nth % kinds.length]?.()
    if (answer?.status === 202) changes += 1
  }
  const done = (async () => {
    for (let nth = 0; !stopped; nth += 1) await write(nth)
  })()
  return {
    changes: () => changes,
    async stop() {
      stopped = true
      await done
    },
  }
}

async function withoutTasks({ get }: Tenant) {
  await expect
    .poll(async () => get('/task-status/pending-tasks?limit=1').catch(() => []))
    .toEqual([])
}

test('after a sync with a writer going on, the copy equals the tenant row by row', async () => {
  const tenant = await startTenant({ seedIdentities: 300 })
  const before = await tenant.accounts()
  const [badges] = await tenant.get<Source[]>('/sources?filters=name+eq+%22Badge+System%22')
  if (!badges) throw new Error('The first data set has a badge system')
  // The sentinel that is slow would have tasks for longer than anybody waits here.
  const ordinary = before.filter(({ name }) => !name?.startsWith('sentinel'))
  const writer = writing(tenant, ordinary, badges)

  const index = await startIndexed(tenant)
  await index.complete()
  await expect.poll(writer.changes, { timeout: 30_000 }).toBeGreaterThan(100)
  await writer.stop()
  await withoutTasks(tenant)
  await index.upToDate()

  const there = await tenant.accounts()
  expect(there).not.toEqual(before)
  expect(await index.accounts()).toEqual(there)
  expect(await index.state()).toMatchObject({ read: there.length, total: there.length })
  expect(index.log).toEqual([])
})

test('what changes, comes and goes is in the copy after one look', async () => {
  const tenant = await startTenant()
  const index = await startIndexed(tenant, { poll: 3_600_000 })
  await index.complete()
  await index.upToDate()
  const isOrdinary = ({ name, features, disabled }: Account) =>
    !name?.startsWith('sentinel') && features?.includes('ENABLE') && !disabled
  const [changed, removed] = (await tenant.accounts()).filter(isOrdinary)
  const [badges] = await tenant.get<Source[]>('/sources?filters=name+eq+%22Badge+System%22')
  const [badge] = await tenant.get<Account[]>(`/accounts?filters=sourceId+eq+%22${badges?.id}%22`)

  await tenant.call(`/accounts/${changed?.id}/disable`, 'POST', {})
  await tenant.call(`/accounts/${removed?.id}/remove`, 'POST')
  await tenant.call(`/accounts/${badge?.id}`, 'DELETE')
  await tenant.call('/accounts', 'POST', {
    attributes: { sourceId: badges?.id, badgeNumber: 'B-new', holderName: 'Somebody New' },
  })
  await withoutTasks(tenant)
  expect((await index.list(`id eq "${changed?.id}" and disabled eq true`)).total).toBe(0)
  await index.upToDate()

  expect((await index.list(`id eq "${changed?.id}" and disabled eq true`)).total).toBe(1)
  expect((await index.list(`id in ("${removed?.id}","${badge?.id}")`)).total).toBe(0)
  expect((await index.list('text co "body new"')).items).toMatchObject([
    { nativeIdentity: 'B-new' },
  ])
  expect(await index.accounts()).toEqual(await tenant.accounts())
})

test('what the systems behind the sources lost leaves the copy after an aggregation', async () => {
  const tenant = await startTenant()
  const index = await startIndexed(tenant)
  await index.complete()
  const before = (await index.state()).read
  const [ad] = await tenant.get<Source[]>('/sources?filters=name+eq+%22Active+Directory%22')

  await tenant.drift({ sourceId: ad?.id, share: 0.4 })
  await tenant.call(`/sources/${ad?.id}/load-accounts`, 'POST')
  await withoutTasks(tenant)
  await index.upToDate()

  const there = await tenant.accounts()
  expect(there.length).toBeLessThan(before)
  expect(await index.accounts()).toEqual(there)
})

test('an account that is opened is in the list at once, one that is no longer there is not', async () => {
  const tenant = await startTenant()
  const index = await startIndexed(tenant, { poll: 3_600_000 })
  await index.complete()
  await index.upToDate()
  const isOrdinary = ({ name, features, disabled }: Account) =>
    !name?.startsWith('sentinel') && features?.includes('ENABLE') && !disabled
  const [changed, removed] = (await tenant.accounts()).filter(isOrdinary)
  await tenant.call(`/accounts/${changed?.id}/disable`, 'POST', {})
  await tenant.call(`/accounts/${removed?.id}/remove`, 'POST')
  await withoutTasks(tenant)

  const opened = await (await index.call(`/v2024/accounts/${changed?.id}`)).json()
  const status = (await index.call(`/v2024/accounts/${removed?.id}`)).status

  expect((await index.list(`id eq "${changed?.id}"`)).items).toEqual([opened])
  expect((await index.list(`id eq "${changed?.id}" and status eq "disabled"`)).total).toBe(1)
  expect(status).toBe(404)
  expect((await index.list(`id eq "${removed?.id}"`)).total).toBe(0)
})

test('what somebody reads in a list of the tenant is in the copy at once', async () => {
  const tenant = await startTenant()
  const index = await startIndexed(tenant, { poll: 3_600_000 })
  await index.complete()
  await index.upToDate()
  const sentinels = encodeURIComponent('name sw "Sentinel Sample"')
  const [person] = await tenant.get<{ id: string }[]>(`/identities?filters=${sentinels}`)
  await tenant.call(`/identities-accounts/${person?.id}/disable`, 'POST')
  await withoutTasks(tenant)

  const query = (filter: string) => `filters=${encodeURIComponent(filter)}`
  const own = query(`identityId eq "${person?.id}"`)
  const accounts = await (await index.call(`/v2024/accounts?${own}`)).json()
  const some = query(`id in ("${person?.id}")`)
  await index.call(`/v2024/identities?defaultFilter=NONE&${some}`)

  const isDisabled = `identityId eq "${person?.id}" and status eq "disabled"`
  const disabled = accounts.filter((account: Account) => account.disabled)
  expect(disabled.length).toBeGreaterThan(0)
  expect((await index.list(isDisabled)).total).toBe(disabled.length)
  const people = await (await index.call(`/console/identities?${some}`)).json()
  expect(people.items[0].identityStatus).toBe('DISABLED')
})

test('a change of an identity reaches all of its accounts, which get no new time', async () => {
  const tenant = await startTenant()
  const index = await startIndexed(tenant)
  await index.complete()
  const identities = async () =>
    (await (await index.call('/console/identities?limit=1')).json()) as {
      index: { complete: boolean }
    }
  await expect.poll(async () => (await identities()).index.complete).toBe(true)
  const accounts = await tenant.accounts()
  const { identityId = '' } =
    accounts.find(({ cloudLifecycleState: state }) => state === 'active') ?? {}

  await tenant.call(`/identities-accounts/${identityId}/disable`, 'POST')
  await withoutTasks(tenant)
  const opened = await (await index.call(`/v2024/identities/${identityId}`)).json()
  await index.upToDate()

  expect(opened).toMatchObject({ identityStatus: 'DISABLED' })
  const { items } = await index.list(`identityId eq "${identityId}"`)
  expect(items.length).toBeGreaterThan(1)
  expect(items.map(({ identityState }) => identityState)).toEqual(items.map(() => 'DISABLED'))
})
