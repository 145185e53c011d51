import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import { describe, expect, test } from 'vitest'

import { runs } from './lib/runs.ts'
import { enabled, idsOf, isPlain, startNoting } from './testing/runs-accounts.ts'
import { startRunConsole, statesOf, type Run } from './testing/runs-stage.ts'

/** Of polls: the machine may be busy with other things. */
const soon = { timeout: 20_000, interval: 2 }

test('a run disables what it planned, and every item is confirmed by what the account shows', async () => {
  const { tenant, requests, sent } = await startNoting()
  const it = await startRunConsole(tenant)
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 40)

  const plan = await it.plan('disable', { accountIds: ids })
  expect(plan).toMatchObject({ sends: 40, runId: null, counts: { total: 40, willChange: 40 } })
  expect(sent('disable')).toEqual([])
  requests.length = 0
  const { id } = await it.start(plan.id, 40)
  const run = await it.reached(id, 'finished')

  expect(run.counts).toMatchObject({ total: 40, done: 40, planned: 0 })
  expect(
    sent('disable')
      .map((one) => one.id)
      .toSorted(),
  ).toEqual(ids.toSorted())
  const items = await it.items(id)
  for (const { before, after, attempts } of items) {
    expect([before?.disabled, after?.disabled, attempts]).toEqual([false, true, 1])
  }
  const now = new Map((await tenant.accounts()).map((account) => [account.id, account.disabled]))
  expect(ids.map((one) => now.get(one))).toEqual(ids.map(() => true))
  expect(run.calls).toBeLessThan(40 + 15)
  expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(40)
})

test('what is so already is skipped, and undoing a run of 20 where 5 were so sends 15', async () => {
  const { tenant, sent } = await startNoting()
  const it = await startRunConsole(tenant)
  const accounts = (await tenant.accounts()).filter(isPlain)
  const open = idsOf(accounts.filter(({ disabled }) => !disabled)).slice(0, 15)
  const shut = idsOf(accounts.filter(({ disabled }) => disabled)).slice(0, 5)
  expect(shut).toHaveLength(5)

  const plan = await it.plan('disable', { accountIds: [...open, ...shut] })
  expect(plan).toMatchObject({ sends: 15, counts: { willChange: 15, alreadySo: 5 } })
  const { id } = await it.start(plan.id, 15)
  expect((await it.reached(id, 'finished')).counts).toMatchObject({ done: 15, skipped: 5 })

  const undo = await it.undo(id)
  expect(undo).toMatchObject({ action: 'enable', sends: 15, undoOf: id })
  const undone = await it.start(undo.id, 15)
  await it.reached(undone.id, 'finished')
  expect(
    sent('enable')
      .map((one) => one.id)
      .toSorted(),
  ).toEqual(open.toSorted())
})

test('every sentinel ends in its own true verdict, with the tenant’s words', async () => {
  const { tenant } = await startNoting({ taskMs: 20 })
  const it = await startRunConsole(tenant, { pace: { tries: 3 } })
  const sentinels = (await tenant.accounts()).filter(({ nativeIdentity, disabled }) => {
    return nativeIdentity.startsWith('sentinel-') && !disabled
  })
  const { id } = await it.act('disable', idsOf(sentinels))
  await it.reached(id, 'finished')

  const verdicts = Object.fromEntries(
    (await it.items(id)).map(({ nativeIdentity, state, words }) => [
      nativeIdentity,
      { state, words },
    ]),
  )
  expect(verdicts).toMatchObject({
    'sentinel-disable-500': { state: 'failed', words: expect.stringContaining('failed before it') },
    'sentinel-disable-403': { state: 'failed', words: expect.stringContaining('You may not') },
    'sentinel-disable-429': { state: 'done' },
    'sentinel-task-error': { state: 'failed', words: expect.stringContaining('INSUFFICIENT') },
    'sentinel-never-confirms': { state: 'notConfirmed' },
    'sentinel-slow': { state: 'done' },
    'sentinel-lost-task': { state: 'done' },
  })
})

test('cancelled in the midst, what was sent is settled and the rest is not sent', async () => {
  const { tenant, sent } = await startNoting({ taskMs: 30 })
  const it = await startRunConsole(tenant, { pace: { lanes: 2 } })
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 100)
  const { id } = await it.act('disable', ids)
  await expect.poll(() => sent('disable').length, soon).toBeGreaterThan(20)

  await it.tell(id, 'cancel')
  const run = await it.reached(id, 'cancelled')
  const { done, notSent, total } = run.counts
  expect(done + notSent).toBe(total)
  expect(notSent).toBeGreaterThan(0)
  expect(sent('disable')).toHaveLength(done)

  // Which of them were not is known, and they can be sent after all.
  await it.retry(id, ['notSent'])
  expect((await it.reached(id, 'finished')).counts).toMatchObject({ done: 100, notSent: 0 })
  expect(sent('disable')).toHaveLength(100)
})

test('paused it sends nothing, and goes on where it was', async () => {
  const { tenant, sent } = await startNoting()
  const it = await startRunConsole(tenant, { pace: { lanes: 2 } })
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 60)
  const { id } = await it.act('disable', ids)
  await expect.poll(() => sent('disable').length, soon).toBeGreaterThan(5)

  expect((await it.tell(id, 'pause')).state).toBe('paused')
  await expect
    .poll(async () => (await it.run(id)).counts, soon)
    .toMatchObject({ sent: 0, accepted: 0 })
  const before = sent('disable').length
  expect(before).toBeLessThan(60)
  expect((await it.run(id)).counts.planned).toBe(60 - before)

  await it.tell(id, 'resume')
  expect((await it.reached(id, 'finished')).counts.done).toBe(60)
  expect(sent('disable')).toHaveLength(60)
})

test('confirmed twice, or by two at once, a plan becomes one run', async () => {
  const { tenant, sent } = await startNoting()
  const it = await startRunConsole(tenant)
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 10)
  const plan = await it.plan('disable', { accountIds: ids })
  const wrong = await it.call('/runs', 'POST', { planId: plan.id, count: 9 })
  expect(wrong.status).toBe(409)

  const answers = await Promise.all(
    Array.from({ length: 20 }, () => it.call('/runs', 'POST', { planId: plan.id, count: 10 })),
  )
  const runs = await Promise.all(answers.map((answer) => answer.json()))
  expect(new Set(runs.map(({ id }) => id))).toEqual(new Set([plan.id]))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  await it.reached(plan.id, 'finished')
  expect(sent('disable')).toHaveLength(10)
})

test('cancelled at any moment, the last one among them, a run ends', async () => {
  const { tenant } = await startNoting()
  const it = await startRunConsole(tenant)
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, runs(25, 100))
  const first = await it.act('disable', ids.slice(0, 1))
  const started = performance.now()
  await it.reached(first.id, 'finished')
  const took = performance.now() - started
  for (const [nth, id] of ids.slice(1).entries()) {
    const run = await it.act('disable', [id])
    await sleep((took * 1.2 * nth) / ids.length)
    await it.call(`/runs/${run.id}/cancel`, 'POST')
    await expect
      .poll(async () => (await it.run(run.id)).state, soon)
      .toMatch(/^(finished|cancelled)$/)
  }
}, 60_000)

test('aggregate and remove end in what the tenant shows', async () => {
  const { tenant } = await startNoting({ taskMs: 10 })
  const it = await startRunConsole(tenant)
  const sources = await tenant.get<{ id: string; healthy: boolean }[]>('/sources')
  const healthy = new Set(sources.flatMap(({ id, healthy: isWell }) => (isWell ? [id] : [])))
  const accounts = enabled(await tenant.accounts())
  const ids = idsOf(accounts.filter(({ sourceId }) => healthy.has(sourceId))).slice(0, 12)

  const read = await it.act('aggregate', ids)
  expect(statesOf(await it.items((await it.reached(read.id, 'finished')).id))).toEqual({ done: 12 })
  const removed = await it.act('remove', ids.slice(0, 4))
  await it.reached(removed.id, 'finished')
  expect(statesOf(await it.items(removed.id))).toEqual({ done: 4 })
  const left = new Set(idsOf(await tenant.accounts()))
  expect(ids.filter((id) => left.has(id))).toEqual(ids.slice(4))
})

test('accounts are deleted on flat file sources, and kept elsewhere with the reason', async () => {
  const { tenant, requests } = await startNoting({ taskMs: 10 })
  const it = await startRunConsole(tenant)
  const accounts = (await tenant.accounts()).filter(isPlain)
  const ofFile = (await tenant.accounts()).filter(({ connectionType }) => connectionType === 'file')
  const direct = accounts.filter(({ connectionType }) => connectionType !== 'file').slice(0, 2)
  const plan = await it.plan('delete', { accountIds: idsOf([...ofFile.slice(0, 3), ...direct]) })
  expect(plan).toMatchObject({ sends: 3, counts: { notAllowed: 2 } })
  const [kept] = await it.planItems(plan.id, '&group=notAllowed')
  expect(kept?.reason).toMatchObject({ code: 'notFlatFile', text: /is not a flat file source/ })

  const { id } = await it.start(plan.id, 3)
  await it.reached(id, 'finished')
  expect(statesOf(await it.items(id))).toEqual({ done: 3, skipped: 2 })
  expect(requests.filter(({ method }) => method === 'DELETE')).toHaveLength(3)
  const left = new Set(idsOf(await tenant.accounts()))
  expect(idsOf(ofFile.slice(0, 3)).filter((one) => left.has(one))).toEqual([])
})

test('an item says with which status the tenant answered last', async () => {
  const { tenant } = await startNoting()
  const it = await startRunConsole(tenant, { pace: { tries: 2 } })
  const accounts = await tenant.accounts()
  const named = (name: string) => accounts.filter(({ nativeIdentity }) => nativeIdentity === name)
  const [ordinary] = enabled(accounts)
  const { id } = await it.act('disable', [
    ...idsOf(named('sentinel-disable-403')),
    ...idsOf(named('sentinel-disable-500')),
    ordinary?.id ?? '',
  ])
  await it.reached(id, 'finished')
  expect((await it.items(id)).map(({ status }) => status)).toEqual([403, 500, 202])
})

describe('an action on one account in one request', () => {
  const of = (action: string, ...accountIds: string[]) => ({ action, selection: { accountIds } })

  test('starts a run of one, and asked for again with the same id it is the same run', async () => {
    const { tenant, sent } = await startNoting()
    const it = await startRunConsole(tenant)
    const [one = ''] = idsOf(enabled(await tenant.accounts()))
    const id = randomUUID()
    const path = `/runs/${id}`
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => it.call(path, 'PUT', of('disable', one))),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19)
    const bodies = await Promise.all(answers.map((answer) => answer.json()))
    expect(new Set(bodies.map(({ run }) => run.id))).toEqual(new Set([id]))
    const { number } = await it.reached(id, 'finished')
    expect(sent('disable')).toEqual([{ id: one, status: 202 }])
    const later = await it.json<{ run: Run }>(
      `/runs/${id.toUpperCase()}`,
      'PUT',
      of('disable', one),
    )
    expect(later.run).toMatchObject({ number, state: 'finished', counts: { done: 1 } })
    expect(sent('disable')).toHaveLength(1)
  })

  test('says why nothing was sent', async () => {
    const { tenant, sent } = await startNoting()
    const it = await startRunConsole(tenant)
    const [one = ''] = idsOf(enabled(await tenant.accounts()))
    const answer = await it.call(`/runs/${randomUUID()}`, 'PUT', of('enable', one))
    expect(answer.status).toBe(200)
    const kept = { code: 'alreadyEnabled', text: 'It is enabled already.' }
    expect(await answer.json()).toEqual({ run: null, kept })
    expect(sent('enable')).toEqual([])
    expect((await it.json<{ total: number }>('/runs')).total).toBe(0)
  })

  test('is refused for two accounts, for none, for an id that is no UUID or another run’s', async () => {
    const { tenant, sent } = await startNoting()
    const it = await startRunConsole(tenant)
    const [one = '', two = ''] = idsOf(enabled(await tenant.accounts()))
    const id = randomUUID()
    const refused = async (path: string, body: unknown) => {
      const answer = await it.call(path, 'PUT', body)
      return `${answer.status} ${(await answer.json()).messages[0].text}`
    }
    expect(await refused(`/runs/${id}`, of('disable', one, two))).toBe(
      '400 The selection holds 2 accounts, and not one.',
    )
    expect(await refused(`/runs/${id}`, of('disable'))).toMatch(/^400 /)
    expect(await refused('/runs/mine', of('disable', one))).toBe('400 The id of a run is a UUID.')
    expect(sent('disable')).toEqual([])
    await it.json(`/runs/${id}`, 'PUT', of('disable', one))
    expect(await refused(`/runs/${id}`, of('enable', one))).toBe('409 Another run has this id.')
  })
})
