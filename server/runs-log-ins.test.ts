import { expect, test } from 'vitest'

import { startNoting } from './testing/runs-accounts.ts'
import { startRunConsole, statesOf } from './testing/runs-stage.ts'

/** A console that knows every account, and people: some with a log-in, and one without. */
async function start() {
  const { tenant, requests } = await startNoting({ taskMs: 10 })
  const it = await startRunConsole(tenant, { index: ':memory:' })
  await expect
    .poll(async () => (await it.json<{ complete: boolean }>('/index')).complete, {
      timeout: 60_000,
    })
    .toBe(true)
  const accounts = await tenant.accounts()
  const logIns = accounts.filter(({ systemAccount }) => systemAccount)
  const open = logIns.filter(({ disabled }) => !disabled).map(({ identityId }) => identityId ?? '')
  const withOne = new Set(logIns.map(({ identityId }) => identityId))
  const stranger = accounts.find(
    ({ identityId, uncorrelated }) => !uncorrelated && !withOne.has(identityId),
  )
  const others = async () =>
    (await tenant.accounts())
      .filter(({ systemAccount }) => !systemAccount)
      .map(({ id, disabled }) => [id, disabled])
  const switched = () => requests.filter(({ path }) => path.includes('/identities-accounts/'))
  return { it, open, logIns, stranger, others, switched }
}

const listed = async (it: Awaited<ReturnType<typeof start>>['it'], id: string) => {
  const filters = encodeURIComponent(`id eq "${id}"`)
  type Listed = { items: { identityStatus?: string }[] }
  const { items } = await it.json<Listed>(`/identities?filters=${filters}`)
  return items.map(({ identityStatus }) => identityStatus)
}

test('log-ins of identities are disabled by a run and enabled by its undo, and nothing else of theirs', async () => {
  const { it, open, stranger, others, switched } = await start()
  const people = open.slice(0, 4)
  const before = await others()
  const nobody = stranger?.identityId ?? ''
  const plan = await it.plan('disableLogIn', { identityIds: [...people, nobody, people[0] ?? ''] })
  expect(plan).toMatchObject({ sends: 4, counts: { total: 5, willChange: 4, unmatched: 1 } })
  expect(await it.planItems(plan.id, '&group=unmatched')).toMatchObject([
    { name: stranger?.identity?.name, reason: { code: 'noLogIn' } },
  ])

  const { id } = await it.start(plan.id, 4)
  expect((await it.reached(id, 'finished')).can).toEqual(['undo'])
  const items = await it.items(id)
  expect(statesOf(items)).toEqual({ done: 4 })
  expect(items.map(({ before: was, after }) => [was?.disabled, after?.disabled])).toEqual(
    people.map(() => [false, true]),
  )
  expect(switched()).toHaveLength(4)
  // The list of identities has learnt it as well, at once.
  for (const person of people) expect(await listed(it, person)).toEqual(['DISABLED'])
  expect(await others()).toEqual(before)

  const again = await it.plan('disableLogIn', { identityIds: people })
  expect(again).toMatchObject({ sends: 0, counts: { alreadySo: 4 } })
  const undo = await it.undo(id)
  expect(undo).toMatchObject({ action: 'enableLogIn', sends: 4 })
  const undone = await it.start(undo.id, 4)
  await it.reached(undone.id, 'finished')
  for (const person of people) expect(await listed(it, person)).not.toEqual(['DISABLED'])
  const { items: entries } = await it.audit(`&identity=${people[0]}&events=done`)
  expect(entries.map(({ action }) => action)).toEqual(['enableLogIn', 'disableLogIn'])
})

test('before the copy of the tenant is there, the tenant itself tells who logs in with what', async () => {
  const { tenant } = await startNoting({ taskMs: 10 })
  const it = await startRunConsole(tenant)
  const logIns = (await tenant.accounts()).filter((one) => one.systemAccount && !one.disabled)
  const people = logIns.slice(0, 3).map(({ identityId }) => identityId ?? '')
  const plan = await it.plan('disableLogIn', { identityIds: people })
  expect(plan).toMatchObject({ sends: 3, counts: { total: 3 } })
})

test('an account of another source is no log-in', async () => {
  const { it, logIns, stranger } = await start()
  const plan = await it.plan('disableLogIn', {
    accountIds: [stranger?.id ?? '', logIns[0]?.id ?? ''],
  })
  expect(plan).toMatchObject({ sends: 1, counts: { notAllowed: 1 } })
  expect(await it.planItems(plan.id, '&group=notAllowed')).toMatchObject([
    { accountId: stranger?.id, reason: { code: 'noLogIn' } },
  ])
})
