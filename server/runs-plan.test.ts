import { expect, test } from 'vitest'

import type { Account } from './contract.ts'
import { heardFrom } from './testing/run-events.ts'
import { enabled, idsOf, isPlain, startNoting } from './testing/runs-accounts.ts'
import { startRunConsole } from './testing/runs-stage.ts'

const soon = { timeout: 30_000, interval: 10 }

/** A console with a copy of the tenant that is complete. */
async function startIndexed(options: Parameters<typeof startNoting>[0] = {}) {
  const noting = await startNoting(options)
  const it = await startRunConsole(noting.tenant, { index: ':memory:' })
  const isComplete = async () => (await it.json<{ complete: boolean }>('/index')).complete
  await expect.poll(isComplete, soon).toBe(true)
  return { ...noting, it, accounts: await noting.tenant.accounts() }
}

test('a plan from a filter is frozen to the accounts that match, and sends nothing', async () => {
  const { it, accounts, requests } = await startIndexed()
  const before = requests.filter(({ path }) => path.includes('/accounts')).length
  const plan = await it.plan('disable', { filters: 'status eq "disabled"', expected: 1 })
  const disabled = accounts.filter((account) => account.disabled)
  expect(plan).toMatchObject({
    sends: 0,
    drift: { expected: 1, found: disabled.length, gone: 0 },
    selection: { kind: 'filters', filters: 'status eq "disabled"' },
  })
  const { alreadySo, notAllowed, total } = plan.counts
  expect([total, alreadySo + notAllowed]).toEqual([disabled.length, disabled.length])
  const items = await it.planItems(plan.id, '&group=alreadySo')
  expect(items[0]?.reason).toEqual({ code: 'alreadyDisabled', text: 'It is disabled already.' })
  expect(requests.filter(({ path }) => path.includes('/accounts'))).toHaveLength(before)
  const none = await it.call('/runs', 'POST', { planId: plan.id, count: 1 })
  expect(none.status).toBe(409)
})

test('a plan says why an account is not allowed or risky, and the risky can be left out', async () => {
  const { it, accounts } = await startIndexed()
  const of = (fits: (account: Account) => boolean) => idsOf(accounts.filter(fits)).slice(0, 2)
  const isOn = ({ disabled, systemAccount }: Account) => !disabled && !systemAccount
  const has = ({ features }: Account, name: string) => features?.includes(name) === true
  const unable = of((account) => isOn(account) && !has(account, 'ENABLE'))
  const machines = of((one) => isOn(one) && has(one, 'ENABLE') && one.isMachine === true)
  const plain = idsOf(enabled(accounts)).slice(0, 3)
  expect([unable.length, machines.length]).toEqual([2, 2])

  const plan = await it.plan('disable', { accountIds: [...plain, ...unable, ...machines] })
  expect(plan).toMatchObject({ sends: 5, counts: { willChange: 3, risky: 2, notAllowed: 2 } })
  const [risky] = await it.planItems(plan.id, '&group=risky')
  expect(risky?.reason?.code).toBe('machine')
  const [refused] = await it.planItems(plan.id, '&group=notAllowed')
  expect(refused?.reason).toMatchObject({ code: 'noFeature', text: /does not support/ })

  const run = await it.start(plan.id, 3, { leaveOutRisky: true })
  const { counts } = await it.reached(run.id, 'finished')
  expect(counts).toMatchObject({ total: 7, done: 3, skipped: 4 })
})

test('lines of a file find their accounts by id or by native identity and source', async () => {
  const { it, accounts } = await startIndexed()
  const [first, second, third] = enabled(accounts)
  if (!first || !second || !third) throw new Error('The tenant has no three accounts')
  const plan = await it.plan('disable', {
    rows: [
      { line: 2, id: first.id ?? '' },
      { line: 3, nativeIdentity: second.nativeIdentity, source: second.sourceName ?? '' },
      { line: 4, nativeIdentity: third.nativeIdentity.toUpperCase(), source: third.sourceId ?? '' },
      { line: 5, nativeIdentity: 'nobody', source: 'nowhere' },
      { line: 6, id: first.id ?? '' },
    ],
  })
  expect(plan.counts).toMatchObject({ total: 5, willChange: 3, unmatched: 2 })
  const items = await it.planItems(plan.id)
  expect(items.map(({ line, accountId }) => [line, accountId])).toEqual([
    [2, first.id],
    [3, second.id],
    [4, third.id],
    [5, null],
    [6, null],
  ])
  expect(items.slice(3).map(({ reason }) => reason?.code)).toEqual(['unknownAccount', 'doubled'])
  expect((await it.start(plan.id, 3)).counts.total).toBe(3)
})

test('every account of the identities that were chosen is planned', async () => {
  const { it, accounts } = await startIndexed()
  const owners = [...new Set(enabled(accounts).map(({ identityId }) => identityId ?? ''))].slice(
    0,
    3,
  )
  const theirs = accounts.filter(({ identityId }) => owners.includes(identityId ?? ''))
  const plan = await it.plan('disable', { identityIds: owners })
  expect(plan.counts.total).toBe(theirs.length)
  const found = (await it.planItems(plan.id)).map(({ accountId }) => accountId)
  expect(found.toSorted()).toEqual(idsOf(theirs).toSorted())
})

test('what changed or went after the selection was made is said', async () => {
  const { it, accounts, tenant } = await startIndexed()
  const selectedAt = new Date(Date.now() + 1000).toISOString()
  const [gone, ...others] = idsOf(enabled(accounts)).slice(0, 5)
  await tenant.call(`/accounts/${gone}/remove`, 'POST')
  await expect.poll(async () => (await tenant.call(`/accounts/${gone}`)).status, soon).toBe(404)
  // Whoever looks at it lets the copy learn that it is gone.
  await fetch(`${it.url}/api/v2024/accounts/${gone}`)
  const plan = await it.plan('disable', {
    accountIds: [gone ?? '', ...others],
    selectedAt,
    expected: 5,
  })
  expect(plan.drift).toEqual({ expected: 5, found: 4, gone: 1, changed: 0 })
  const [item] = await it.planItems(plan.id, '&group=unmatched')
  expect(item?.reason?.code).toBe('gone')
})

test.each([
  [{}, 'names one of'],
  [{ accountIds: ['a'], filters: '' }, 'names one of'],
  [{ filters: 'colour eq' }, ''],
])('a selection that cannot be read is refused: %j', async (selection, text) => {
  const { tenant } = await startNoting()
  const it = await startRunConsole(tenant, { index: ':memory:' })
  const isComplete = async () => (await it.json<{ complete: boolean }>('/index')).complete
  await expect.poll(isComplete, soon).toBe(true)
  const answer = await it.call('/runs/plans', 'POST', { action: 'disable', selection })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(text)
})

test('a selection may be large, and one that is too large is told so', async () => {
  const { it } = await startIndexed()
  const ids = (count: number) =>
    Array.from({ length: count }, (_, at) => at.toString(16).padStart(32, '0'))
  const large = await it.plan('disable', { accountIds: ids(30_000) })
  expect(large).toMatchObject({ sends: 0, counts: { unmatched: 30_000 }, drift: { gone: 30_000 } })
  const body = { action: 'disable', selection: { accountIds: ids(50_001) } }
  expect((await it.call('/runs/plans', 'POST', body)).status).toBe(400)
})

test('the audit log and the files say who did what, when, to which account, and what came of it', async () => {
  const { it, accounts } = await startIndexed()
  const [first, ...others] = enabled(accounts).slice(0, 3)
  const ids = idsOf(first ? [first, ...others] : [])
  const { id, number } = await it.act('disable', ids)
  await it.reached(id, 'finished')

  const all = await it.audit(`&run=${id}`)
  expect(all.items.map(({ event }) => event)).toEqual([
    'runFinished',
    'done',
    'done',
    'done',
    'runStarted',
  ])
  const { items } = await it.audit(`&account=${first?.id}`)
  expect(items).toMatchObject([
    {
      event: 'done',
      operator: 'demo.admin',
      runNumber: number,
      action: 'disable',
      accountName: first?.name,
      before: { disabled: false },
      after: { disabled: true },
    },
  ])
  expect(items[0]?.trackingId).toMatch(/^[0-9a-f]{32}$/)
  const ofOwner = await it.audit(`&identity=${first?.identityId}`)
  const theirs = accounts.filter(({ identityId }) => identityId === first?.identityId)
  expect(ofOwner.items.map(({ accountId }) => accountId)).toContain(first?.id)
  expect(ofOwner.total).toBe(ids.filter((one) => idsOf(theirs).includes(one)).length)
  expect((await it.audit('&identity=nobody')).total).toBe(0)
  expect((await it.audit('&events=runStarted,runFinished')).total).toBe(2)
  expect((await it.audit(`&q=${encodeURIComponent(first?.nativeIdentity ?? '')}`)).total).toBe(1)
  expect((await it.call('/audit?events=nothing')).status).toBe(400)

  const file = await (await it.call(`/runs/${id}/export?states=done`)).text()
  expect(file.split('\r\n')).toHaveLength(5)
  expect(file).toContain(`1,${first?.id},`)
  const log = await it.call(`/audit/export?run=${id}`)
  expect(log.headers.get('x-total-count')).toBe('5')
  expect((await log.text()).split('\r\n')).toHaveLength(7)
})

test('a tab hears how a run goes, and a new one hears of every run that is not over', async () => {
  const { it, accounts } = await startIndexed()
  const { runs } = await heardFrom(it.url)
  const ids = idsOf(accounts.filter((account) => isPlain(account) && !account.disabled)).slice(0, 8)
  const { id } = await it.act('disable', ids)
  await expect.poll(() => runs().at(-1)?.state, soon).toBe('finished')
  expect(runs().at(-1)?.counts).toMatchObject({ done: 8, total: 8 })
  expect(runs().every((run) => run.id === id)).toBe(true)

  const far = new Date(Date.now() + 86_400_000).toISOString()
  const waiting = await it.act('enable', ids, { startAt: far })
  await expect.poll(() => runs().at(-1)?.id, soon).toBe(waiting.id)
  const late = await heardFrom(it.url)
  await expect
    .poll(() => late.runs().at(-1), soon)
    .toMatchObject({ id: waiting.id, state: 'scheduled' })
})

test('the list that a run has changed shows it at once, without another look at the tenant', async () => {
  const { it, accounts } = await startIndexed()
  const [id] = idsOf(enabled(accounts))
  const run = await it.act('disable', [id ?? ''])
  expect(run).toMatchObject({ accountId: id, counts: { total: 1 } })
  await it.reached(run.id, 'finished')
  const path = `/accounts?filters=${encodeURIComponent(`id eq "${id}"`)}`
  const { items } = await it.json<{ items: Account[] }>(path)
  expect(items[0]?.disabled).toBe(true)
})

test('a list says which of its accounts a run is changing, or is to change', async () => {
  const { it, accounts } = await startIndexed({ taskMs: 1500 })
  const ids = idsOf(enabled(accounts)).slice(0, 6)
  const path = `/accounts?filters=${encodeURIComponent(`id in ("${ids.join('","')}")`)}`
  const pending = async () =>
    (await it.json<{ pending?: { accountId: string; action: string }[] }>(path)).pending
  expect(await pending()).toBeUndefined()
  const { id } = await it.act('disable', ids.slice(0, 4))
  const told = (await pending()) ?? []
  expect(new Set(told.map(({ accountId }) => accountId))).toEqual(new Set(ids.slice(0, 4)))
  expect(new Set(told.map(({ action }) => action))).toEqual(new Set(['disable']))
  await it.reached(id, 'finished')
  expect(await pending()).toBeUndefined()
})
