import { setTimeout as sleep } from 'node:timers/promises'

import { describe, expect, test } from 'vitest'

import { lastingDatabase, onPostgres } from './database/testing.ts'
import { runs, timeout } from './lib/runs.ts'
import { startMuster } from './testing/muster-process.ts'
import { heardFrom } from './testing/run-events.ts'
import { enabled, idsOf, startNoting } from './testing/runs-accounts.ts'
import { startRunConsole, statesOf } from './testing/runs-stage.ts'

const kills = runs(2, 10)
const items = runs(100, 1000)

/** Of polls: the machine may be busy with other things. */
const soon = { timeout: 20_000, interval: 5 }
const lease = { lease: 1500, leaseTurn: 300 }

type Options = { tenant?: Parameters<typeof startNoting>[0]; rateLimit?: number; lanes?: number }

async function two({ tenant = {}, rateLimit = 0, lanes }: Options = {}) {
  const noting = await startNoting(tenant)
  const database = await lastingDatabase()
  const pace = { ...lease, ...(lanes && { lanes }) }
  const one = await startRunConsole(noting.tenant, { database, pace, rateLimit })
  const other = await startRunConsole(noting.tenant, { database, pace, rateLimit })
  return { ...noting, database, one, other }
}

describe.runIf(onPostgres)('several consoles on one database', () => {
  test('show a run alike, with its progress, and each can pause, resume and cancel it', async () => {
    const { tenant, sent, one, other } = await two({ tenant: { taskMs: 300 }, lanes: 1 })
    const ids = idsOf(enabled(await tenant.accounts())).slice(0, 120)
    const heard = await heardFrom(other.url)
    const { id, number } = await one.act('disable', ids)
    await expect.poll(() => sent('disable').length, soon).toBeGreaterThan(5)
    expect(await other.run(id)).toMatchObject({ number, state: 'running', counts: { total: 120 } })
    expect(await other.tell(id, 'pause')).toMatchObject({ state: 'paused' })
    expect(await one.run(id)).toMatchObject({ state: 'paused' })
    await sleep(200)
    const before = sent('disable').length
    await sleep(400)
    expect(sent('disable')).toHaveLength(before)
    expect(await one.tell(id, 'resume')).toMatchObject({ state: 'running' })
    expect(await other.reached(id, 'finished')).toMatchObject({ counts: { done: 120 } })
    await expect.poll(() => heard.runs().at(-1)?.state, soon).toBe('finished')
    // What only the one that carries it on knows has come over too.
    expect(heard.runs().some(({ perSecond }) => perSecond !== null)).toBe(true)

    const again = await one.act('enable', ids)
    await expect.poll(() => sent('enable').length, soon).toBeGreaterThan(5)
    await other.tell(again.id, 'cancel')
    const { counts } = await one.reached(again.id, 'cancelled')
    expect(counts.done + counts.skipped + counts.notSent).toBe(120)
    expect(sent('enable').length).toBeLessThan(120)
  }, 60_000)

  test('number their runs in one row, and a plan that both confirm becomes one run', async () => {
    const { tenant, sent, one, other } = await two()
    const ids = idsOf(enabled(await tenant.accounts())).slice(0, 12)
    const started = await Promise.all(
      ids.map((id, n) => (n % 2 ? one : other).act('disable', [id])),
    )
    expect(started.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      ids.map((_, n) => n + 1),
    )
    for (const { id } of started) await one.reached(id, 'finished')
    const plan = await one.plan('enable', { accountIds: ids })
    const both = await Promise.all([one, other].map((it) => it.start(plan.id, plan.sends)))
    expect(both[0]?.id).toBe(both[1]?.id)
    expect((await other.reached(plan.id, 'finished')).counts.done).toBe(12)
    expect(sent('enable')).toHaveLength(12)
  }, 60_000)

  test('never have an account under way at once, and what was confirmed last comes last', async () => {
    const { tenant, requests, one, other } = await two({ tenant: { taskMs: 30 } })
    const ids = idsOf(enabled(await tenant.accounts())).slice(0, 60)
    const first = await one.act('disable', ids)
    // Planned while they are still enabled or on their way: each is decided when its turn comes.
    const second = await other.act('aggregate', ids.slice(20))
    for (const { id } of [first, second]) await other.reached(id, 'finished')

    const items = new Map((await one.items(first.id)).map((item) => [item.accountId, item]))
    for (const item of await one.items(second.id)) {
      // Its source is not healthy.
      if (item.state === 'skipped') continue
      const earlier = items.get(item.accountId)
      expect([item.state, earlier?.state]).toEqual(['done', 'done'])
      expect(Date.parse(item.sentAt ?? '')).toBeGreaterThanOrEqual(
        Date.parse(earlier?.settledAt ?? ''),
      )
    }
    expect(requests.filter(({ status }) => status >= 400)).toEqual([])
  }, 60_000)

  test('keep the limit of the tenant together, and none of their calls is turned away', async () => {
    const { tenant, requests, one, other } = await two({ tenant: { rateLimit: 60 }, rateLimit: 50 })
    const ids = idsOf(enabled(await tenant.accounts())).slice(0, 80)
    // What the test itself has asked counts as well, and fits in between.
    requests.length = 0
    const started = [
      await one.act('disable', ids.slice(0, 40)),
      await other.act('disable', ids.slice(40)),
    ]
    for (const { id } of started) expect((await one.reached(id, 'finished')).counts.done).toBe(40)
    expect(requests.filter(({ status }) => status === 429)).toEqual([])
  }, 90_000)

  test('begin a run for later once, also where the one is gone that it was planned at', async () => {
    const { tenant, sent, one, other } = await two()
    const [id = ''] = idsOf(enabled(await tenant.accounts()))
    const startAt = new Date(Date.now() + 1500).toISOString()
    const run = await one.act('disable', [id], { startAt })
    await one.close()
    expect(await other.reached(run.id, 'finished')).toMatchObject({ counts: { done: 1 } })
    expect(sent('disable')).toHaveLength(1)
  }, 60_000)

  test('tell each other of accounts that are no person’s', async () => {
    const { tenant } = await startNoting()
    const database = await lastingDatabase()
    const options = { database, pace: lease, index: database }
    const one = await startRunConsole(tenant, options)
    const other = await startRunConsole(tenant, options)
    const marked = async (it: typeof one) =>
      (await it.json<{ total: number }>('/uncorrelated/not-persons')).total
    for (const it of [one, other]) {
      const isComplete = async () => (await it.json<{ complete: boolean }>('/index')).complete
      await expect.poll(isComplete, { timeout: 30_000 }).toBe(true)
    }
    const account = (await tenant.accounts()).find(({ uncorrelated }) => uncorrelated)
    expect([await marked(one), await marked(other)]).toEqual([0, 0])
    const path = `/uncorrelated/not-persons/${account?.id}`
    expect((await one.call(path, 'PUT')).status).toBeLessThan(300)
    await expect.poll(() => marked(other), soon).toBe(1)
    await other.call(path, 'DELETE')
    await expect.poll(() => marked(one), soon).toBe(0)
  }, 60_000)

  test(
    'one of them is killed, again and again: the other finishes what it had, and nothing is sent twice',
    async () => {
      const { tenant, sent } = await startNoting({
        seedIdentities: Math.ceil(items / 2),
        taskMs: 20,
      })
      const database = await lastingDatabase()
      const ids = idsOf(enabled(await tenant.accounts())).slice(0, items)
      let carrier = await startMuster(tenant.url, database)
      let spare = await startMuster(tenant.url, database)
      const { id } = await carrier.act('disable', ids)

      for (let nth = 0; nth < kills; nth += 1) {
        const before = sent('disable').length
        await expect
          .poll(() => sent('disable').length, { timeout, interval: 1 })
          .toBeGreaterThanOrEqual(Math.min(before + 10, items))
        await sleep((nth * 7) % 40)
        await carrier.kill()
        ;[carrier, spare] = [spare, await startMuster(tenant.url, database)]
      }

      const run = await spare.reached(id, 'finished', timeout)
      expect(run.counts).toMatchObject({ total: items, done: items })
      expect(statesOf(await carrier.items(id))).toEqual({ done: items })
      const accepted = sent('disable').filter(({ status }) => status === 202)
      expect(new Set(accepted.map((one) => one.id))).toEqual(new Set(ids))
      expect(accepted).toHaveLength(items)
    },
    timeout,
  )

  test('one that hangs for longer than its lease writes and sends nothing more of what it lost', async () => {
    const { tenant, sent } = await startNoting({ taskMs: 20 })
    const database = await lastingDatabase()
    const ids = idsOf(enabled(await tenant.accounts())).slice(0, 100)
    const carrier = await startMuster(tenant.url, database)
    const { id } = await carrier.act('disable', ids)
    await expect.poll(() => sent('disable').length, { timeout, interval: 1 }).toBeGreaterThan(10)
    process.kill(carrier.pid, 'SIGSTOP')
    const other = await startMuster(tenant.url, database)
    const run = await other.reached(id, 'finished', timeout)
    process.kill(carrier.pid, 'SIGCONT')
    expect(run.counts).toMatchObject({ total: 100, done: 100 })
    await expect
      .poll(async () => (await carrier.run(id)).state, { timeout: 20_000 })
      .toBe('finished')
    await sleep(1000)
    expect(sent('disable').filter(({ status }) => status === 202)).toHaveLength(100)
    expect(statesOf(await carrier.items(id))).toEqual({ done: 100 })
  }, 120_000)
})
