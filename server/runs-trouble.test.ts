import { join } from 'node:path'

import { expect, test } from 'vitest'

import { runs, timeout } from './lib/runs.ts'
import { startFaultyWay } from './testing/faulty-way.ts'
import { tempFolder, startTenant } from './testing/indexed.ts'
import { enabled, idsOf, startNoting } from './testing/runs-accounts.ts'
import { startRunConsole, statesOf } from './testing/runs-stage.ts'

/** Of polls: the machine may be busy with other things. */
const soon = { timeout: 20_000, interval: 5 }

/** The same numbers in every run (mulberry32). */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

test('a tenant that turns calls away for a while makes a run wait, and nothing fails', async () => {
  // Ten seconds in which nothing more is let through, several times over.
  const { tenant, sent } = await startNoting({ rateLimit: 30 })
  const it = await startRunConsole(tenant)
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 60)
  const { id } = await it.act('disable', ids)
  await expect
    .poll(async () => (await it.run(id)).wait, { timeout: 20_000 })
    .toMatchObject({
      for: 'limit',
      text: expect.stringContaining('limit'),
    })
  const run = await it.reached(id, 'finished', 90_000)
  expect(run.counts).toMatchObject({ done: 60, failed: 0 })
  expect(sent('disable').filter(({ status }) => status === 202)).toHaveLength(60)
}, 120_000)

test(
  'a tenant that turns every call away for as long as it likes fails nothing',
  async () => {
    const { tenant, sent } = await startNoting()
    const way = await startFaultyWay(tenant.url)
    const it = await startRunConsole(way)
    const ids = idsOf(enabled(await tenant.accounts())).slice(0, 20)
    const plan = await it.plan('disable', { accountIds: ids })
    const until = Date.now() + runs(3_000, 60_000)
    way.goWrong(() =>
      Date.now() < until
        ? { is: 'answer', status: 429, headers: { 'retry-after': '1' } }
        : undefined,
    )
    const { id } = await it.start(plan.id, 20)
    const run = await it.reached(id, 'finished', timeout)
    expect(Date.now()).toBeGreaterThan(until)
    expect(run.counts).toMatchObject({ done: 20, failed: 0 })
    expect(sent('disable').filter(({ status }) => status === 202)).toHaveLength(20)
  },
  timeout,
)

test('with the budget of the tenant’s own limit, no call is turned away', async () => {
  const { tenant, requests } = await startNoting({ rateLimit: 100 })
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 60)
  requests.length = 0
  const it = await startRunConsole(tenant, { rateLimit: 80 })
  const { id } = await it.act('disable', ids)
  expect((await it.reached(id, 'finished')).counts.done).toBe(60)
  expect(requests.filter(({ status }) => status === 429)).toEqual([])
})

test('a token that is no longer taken in the midst costs one more, and no item', async () => {
  const { tenant } = await startNoting()
  const way = await startFaultyWay(tenant.url)
  const it = await startRunConsole(way, { pace: { lanes: 2 } })
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 60)
  const { id } = await it.act('disable', ids)
  await expect.poll(() => way.arrived.length, soon).toBeGreaterThan(15)
  const refused = new Set(way.arrived.map(({ authorization }) => authorization))
  way.goWrong(({ authorization }) =>
    refused.has(authorization) && authorization ? { is: 'answer', status: 401 } : undefined,
  )
  expect((await it.reached(id, 'finished')).counts).toMatchObject({ done: 60, failed: 0 })
  expect(way.arrived.filter(({ path }) => path === '/oauth/token')).toHaveLength(2)
})

test(
  'errors, a full limit and cut connections leave every item with a true verdict',
  async () => {
    const { tenant, sent } = await startNoting({ taskMs: 5, seedIdentities: runs(60, 2200) })
    const way = await startFaultyWay(tenant.url)
    const it = await startRunConsole(way, { pace: { grace: 400 } })
    const ids = idsOf(enabled(await tenant.accounts())).slice(0, runs(150, 10_000))
    const random = seeded(7)
    way.goWrong(({ method, path }) => {
      if (method !== 'POST' || !path.startsWith('/v2024/')) return undefined
      const drawn = random()
      if (drawn < 0.05) return { is: 'answer', status: 500 }
      if (drawn < 0.1) return { is: 'answer', status: 429, headers: { 'retry-after': '0.5' } }
      if (drawn < 0.12) return { is: 'cutAfter' }
      return drawn < 0.14 ? { is: 'cutBefore' } : undefined
    })
    const { id } = await it.act('disable', ids, { threshold: { percent: 0, of: 1 } })
    const run = await it.reached(id, 'finished', timeout)
    expect(run.counts).toMatchObject({ total: ids.length, done: ids.length })
    const now = new Map((await tenant.accounts()).map((account) => [account.id, account.disabled]))
    expect(ids.filter((one) => now.get(one) !== true)).toEqual([])
    // None was lost, and none was done twice: where the answer was cut off, the account was read.
    const times = new Map<string, number>()
    for (const one of sent('disable')) times.set(one.id, (times.get(one.id) ?? 0) + 1)
    expect([...times.values()].filter((count) => count > 1)).toEqual([])
    expect(times.size).toBe(ids.length)
  },
  timeout,
)

test('a tenant that goes away is waited for, and the run goes on by itself', async () => {
  const database = join(tempFolder(), 'tenant.sqlite')
  const tenant = await startTenant({ database })
  const it = await startRunConsole(tenant, { pace: { lanes: 2 } })
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 80)
  const { id } = await it.act('disable', ids)
  await expect.poll(async () => (await it.run(id)).counts.done, soon).toBeGreaterThan(2)
  await tenant.close()

  await expect.poll(async () => (await it.run(id)).wait?.for, soon).toBe('tenant')
  const before = (await it.run(id)).counts
  expect(before.done).toBeLessThan(80)
  expect(before.failed).toBe(0)
  const again = await startTenant({ database, port: tenant.port })
  expect((await it.reached(id, 'finished')).counts).toMatchObject({ done: 80, failed: 0 })
  const now = new Map((await again.accounts()).map((account) => [account.id, account.disabled]))
  expect(ids.map((one) => now.get(one))).toEqual(ids.map(() => true))
})

test('two runs on the same accounts never have one under way at once, and the later one comes last', async () => {
  const { tenant, requests } = await startNoting({ taskMs: 15 })
  const it = await startRunConsole(tenant, { pace: { lanes: 6 } })
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 40)
  const first = await it.plan('disable', { accountIds: ids })
  const accounts = ids.slice(10)
  const a = await it.start(first.id, 40)
  // Planned while they are still enabled or on their way: each is decided when its turn comes.
  const b = await it.act('aggregate', accounts)
  await it.reached(a.id, 'finished')
  await it.reached(b.id, 'finished')

  const items = new Map((await it.items(a.id)).map((item) => [item.accountId, item]))
  for (const item of await it.items(b.id)) {
    const earlier = items.get(item.accountId)
    if (item.state === 'skipped') continue
    expect(Date.parse(item.sentAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(earlier?.settledAt ?? ''),
    )
  }
  expect(requests.filter(({ status }) => status >= 500)).toEqual([])
})

test('too many failures pause a run by itself, with the reason; retrying sends only the failed', async () => {
  const { tenant, sent } = await startNoting()
  const it = await startRunConsole(tenant, { pace: { tries: 1, lanes: 1 } })
  const accounts = await tenant.accounts()
  const bad = idsOf(
    accounts.filter(({ nativeIdentity, disabled }) => {
      return !disabled && /^sentinel-disable-(403|500)$/.test(nativeIdentity)
    }),
  )
  expect(bad).toHaveLength(2)
  const good = idsOf(enabled(accounts)).slice(0, 20)
  const { id } = await it.act('disable', [...good.slice(0, 5), ...bad, ...good.slice(5)], {
    threshold: { percent: 1, of: 1 },
  })
  const paused = await it.reached(id, 'paused')
  expect(paused.reason).toMatch(/1 of the last 1 .* from 1 % on/)
  expect(paused.can).toEqual(['resume', 'cancel'])
  expect(paused.counts.planned).toBeGreaterThan(0)
  await it.tell(id, 'resume')
  // The other one pauses it again; whoever resumes has seen it.
  const state = async () => {
    const { state: now } = await it.run(id)
    if (now === 'paused') await it.call(`/runs/${id}/resume`, 'POST')
    return now
  }
  await expect.poll(state, soon).toBe('finished')
  expect((await it.run(id)).counts).toMatchObject({ done: 20, failed: 2 })

  const before = sent('disable').length
  await it.retry(id)
  await expect.poll(state, soon).toBe('finished')
  const again = sent('disable').slice(before)
  expect(new Set(again.map((one) => one.id))).toEqual(new Set(bad))
  expect(statesOf(await it.items(id))).toEqual({ done: 20, failed: 2 })
})

test('a console that ends carries its runs on when it starts again', async () => {
  const { tenant, sent } = await startNoting({ taskMs: 20 })
  const first = await startRunConsole(tenant, { pace: { lanes: 2 } })
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 60)
  const { id } = await first.act('disable', ids)
  await expect.poll(() => sent('disable').length, soon).toBeGreaterThan(10)
  await first.close()
  const before = sent('disable').length
  expect(before).toBeLessThan(60)

  const second = await startRunConsole(tenant, { database: first.database })
  expect((await second.reached(id, 'finished')).counts).toMatchObject({ done: 60, failed: 0 })
  expect(new Set(sent('disable').map((one) => one.id)).size).toBe(60)
  expect(sent('disable')).toHaveLength(60)
})

test('a run for later starts at its time, also after a restart, and can be cancelled before', async () => {
  const { tenant, sent } = await startNoting()
  const first = await startRunConsole(tenant)
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 6)
  const soon = new Date(Date.now() + 1500).toISOString()
  const run = await first.act('disable', ids.slice(0, 3), { startAt: soon })
  const far = new Date(Date.now() + 40 * 86_400_000).toISOString()
  const other = await first.act('disable', ids.slice(3), { startAt: far })
  expect([run.state, other.state]).toEqual(['scheduled', 'scheduled'])
  expect((await first.tell(other.id, 'cancel')).counts).toMatchObject({ notSent: 3, planned: 0 })
  await first.close()

  const second = await startRunConsole(tenant, { database: first.database })
  expect((await second.run(other.id)).state).toBe('cancelled')
  await second.reached(run.id, 'finished')
  expect(
    sent('disable')
      .map((one) => one.id)
      .toSorted(),
  ).toEqual(ids.slice(0, 3).toSorted())
})
