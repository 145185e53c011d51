import { expect, test } from 'vitest'

import type { Account } from './contract.ts'
import { idsOf, isPlain, startNoting } from './testing/runs-accounts.ts'
import { startRunConsole, statesOf, type RunConsole } from './testing/runs-stage.ts'

const nobody = '00000000000000000000000000000000'

/** A console, accounts that belong to different people, some that belong to nobody, and a new owner. */
async function start() {
  const { tenant, requests } = await startNoting({ taskMs: 10 })
  const it = await startRunConsole(tenant)
  const plain = (await tenant.accounts()).filter(isPlain)
  const owned = plain.filter(({ uncorrelated }) => !uncorrelated)
  const boss = owned[0]
  if (!boss) throw new Error('The tenant has no account that belongs to anybody.')
  const others = owned.filter(({ identityId }) => identityId !== boss.identityId)
  const now = async () => new Map((await tenant.accounts()).map((one) => [one.id, one]))
  const patches = () => requests.filter(({ method }) => method === 'PATCH').length
  const strays = plain.filter(({ uncorrelated }) => uncorrelated)
  const bossName = boss.identity?.name
  return { tenant, it, others, strays, boss, bossId: boss.identityId ?? '', bossName, now, patches }
}

const ownerOf = ({ uncorrelated, identityId }: Account) => (uncorrelated ? null : identityId)

async function finish(it: RunConsole, planId: string, count: number) {
  const { id } = await it.start(planId, count)
  return it.reached(id, 'finished')
}

test('who is to own the accounts has to be somebody, and is asked of no other action', async () => {
  const { it, others, bossId, patches } = await start()
  const selection = { accountIds: idsOf(others.slice(0, 2)) }
  const row = { line: 1, id: others[0]?.id ?? '' }
  const asked: [object, RegExp][] = [
    [{ action: 'reassign', selection }, /needs an identityId/],
    [{ action: 'disable', selection, identityId: bossId }, /disable takes no identityId/],
    [{ action: 'reassign', selection, identityId: nobody }, /no such identity/],
    [{ action: 'reassign', selection, identityId: '' }, /identityId/],
    [
      { action: 'correlate', selection: { rows: [row, { ...row, identityId: bossId }] } },
      /each row/,
    ],
    [{ action: 'enable', selection: { rows: [{ ...row, identityId: bossId }] } }, /takes no/],
    [
      {
        action: 'reassign',
        identityId: bossId,
        selection: { rows: [{ ...row, identityId: bossId }] },
      },
      /each row/,
    ],
  ]
  for (const [body, words] of asked) {
    const answer = await it.call('/runs/plans', 'POST', body)
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(words)])
  }
  expect(patches()).toBe(0)
})

test('accounts of several people and of nobody are given to one, and undoing gives each back', async () => {
  const { it, others, strays, boss, bossId, bossName, now, patches } = await start()
  const moved = [...others.slice(0, 6), ...strays.slice(0, 2)]
  const before = new Map((await now()).entries())
  const plan = await it.plan(
    'reassign',
    { accountIds: idsOf([...moved, boss]) },
    { identityId: bossId },
  )
  const target = { identityId: bossId, identityName: bossName }
  expect(plan).toMatchObject({ sends: 8, target, counts: { alreadySo: 1 } })
  const [same] = await it.planItems(plan.id, '&group=alreadySo')
  expect(same).toMatchObject({ accountId: boss.id, target })
  expect(same?.reason?.text).toBe(`It belongs to ${bossName} already.`)

  const run = await finish(it, plan.id, 8)
  expect(run).toMatchObject({ target, can: ['undo'] })
  expect(statesOf(await it.items(run.id))).toEqual({ done: 8, skipped: 1 })
  expect(patches()).toBe(8)
  const given = await now()
  for (const { id } of moved) {
    expect(given.get(id)).toMatchObject({ identityId: bossId, manuallyCorrelated: true })
  }
  const { items: entries } = await it.audit(`&run=${run.id}&events=done`)
  expect(entries.map(({ after }) => after?.identityName)).toEqual(moved.map(() => bossName))

  const log = await (await it.call(`/audit/export?run=${run.id}&events=done`)).text()
  expect(log.split('\r\n')[0]).toContain('ownerBefore,ownerAfter')
  const [someone] = moved
  expect(log).toContain(`,${someone?.identity?.name},${bossName},`)

  const undo = await it.undo(run.id)
  expect(undo).toMatchObject({ action: 'reassign', sends: 8, target: null, undoOf: run.id })
  await finish(it, undo.id, 8)
  const back = await now()
  for (const { id } of moved) {
    const [was, is] = [before.get(id), back.get(id)]
    if (!was || !is) throw new Error('An account is gone.')
    expect([ownerOf(is), is.manuallyCorrelated]).toEqual([ownerOf(was), was.manuallyCorrelated])
  }
})

test('uncorrelated accounts belong to nobody until that is undone, but for what has moved on', async () => {
  const { tenant, it, others, strays, bossId, now } = await start()
  const owned = others.slice(0, 5)
  const logIn = (await tenant.accounts()).find(({ systemAccount }) => systemAccount)
  const plan = await it.plan('uncorrelate', {
    accountIds: idsOf([...owned, ...strays.slice(0, 2), ...(logIn ? [logIn] : [])]),
  })
  expect(plan).toMatchObject({ sends: 5, target: null, counts: { alreadySo: 2, notAllowed: 1 } })
  const run = await finish(it, plan.id, 5)
  const items = await it.items(run.id, '&states=done')
  expect(items.map(({ before, after }) => [before?.identityId, after?.identityId])).toEqual(
    owned.map(({ identityId }) => [identityId, null]),
  )
  const apart = await now()
  expect(idsOf(owned).map((id) => apart.get(id)?.uncorrelated)).toEqual(owned.map(() => true))

  // One of them has found somebody else meanwhile, and one is back already.
  const [third = '', back = '', ...rest] = idsOf(owned)
  const first = await it.plan('reassign', { accountIds: [third] }, { identityId: bossId })
  await finish(it, first.id, 1)
  const home = { identityId: owned[1]?.identityId ?? '' }
  const second = await it.plan('reassign', { accountIds: [back] }, home)
  await finish(it, second.id, 1)

  const undo = await it.undo(run.id)
  const kept = await it.planItems(undo.id, '&group=notAllowed')
  expect(kept).toMatchObject([{ accountId: third, reason: { code: 'ownedByAnother' } }])
  // Whose it is is as before; that a person said so is not, and is put back as well.
  expect(undo.sends).toBe(1 + rest.length)
  await finish(it, undo.id, undo.sends)
  const after = await now()
  for (const { id, identityId, manuallyCorrelated } of owned.slice(1)) {
    expect(after.get(id)).toMatchObject({ uncorrelated: false, identityId, manuallyCorrelated })
  }
  expect(after.get(third)).toMatchObject({ identityId: bossId })
})

test('an account that the tenant made for its owner, and one of an authoritative source, are looked at twice', async () => {
  const { tenant, it, bossId } = await start()
  const accounts = (await tenant.accounts()).filter(
    ({ identityId, systemAccount }) => identityId !== bossId && !systemAccount,
  )
  const made = accounts.find(
    ({ origin, uncorrelated, authoritative }) =>
      origin === 'PROVISIONED' && !uncorrelated && !authoritative,
  )
  const person = accounts.find(({ authoritative, uncorrelated }) => authoritative && !uncorrelated)
  if (!made || !person) throw new Error('The tenant lacks what this is about.')
  const plan = await it.plan(
    'reassign',
    { accountIds: idsOf([made, person]) },
    { identityId: bossId },
  )
  expect(plan.counts).toMatchObject({ risky: 2 })
  const items = await it.planItems(plan.id)
  const codes = new Map(items.map(({ accountId, reason }) => [accountId, reason?.code]))
  expect([codes.get(made.id ?? ''), codes.get(person.id ?? '')]).toEqual([
    'provisioned',
    'authoritative',
  ])
})

test('accounts of nobody are given each to its own, and nothing is taken from anybody', async () => {
  const { it, others, strays, boss, bossId, now, patches } = await start()
  const [first = '', second = '', third = '', lost = ''] = idsOf(strays)
  const people = [...new Set(others.map(({ identityId }) => identityId ?? ''))]
  const [ann = '', bob = '', cid = ''] = people
  const owned = others.find(({ identityId }) => identityId === ann)?.id ?? ''
  const rows = [
    { line: 1, id: first, identityId: ann },
    { line: 2, id: second, identityId: bob },
    { line: 3, id: third, identityId: cid },
    { line: 4, id: lost, identityId: nobody },
    { line: 5, id: owned, identityId: bob },
    { line: 6, id: boss.id ?? '', identityId: bossId },
  ]
  const plan = await it.plan('correlate', { rows })
  expect(plan).toMatchObject({ sends: 3, target: null, counts: { alreadySo: 2, unmatched: 1 } })
  const items = await it.planItems(plan.id)
  const byLine = new Map(items.map((item) => [item.line, item]))
  expect(byLine.get(2)?.target?.identityId).toBe(bob)
  expect(byLine.get(4)?.reason?.code).toBe('unknownIdentity')
  expect(byLine.get(5)?.reason?.code).toBe('ownedByAnother')
  expect(byLine.get(6)?.reason?.code).toBe('alreadyOwned')

  // Somebody is quicker: what has an owner by the time of its turn is left to them.
  const quick = await it.plan('reassign', { accountIds: [third] }, { identityId: bossId })
  await finish(it, quick.id, 1)
  const sent = patches()
  const run = await finish(it, plan.id, 3)
  expect(patches() - sent).toBe(2)
  const after = await now()
  expect([first, second, third].map((id) => after.get(id)?.identityId)).toEqual([ann, bob, bossId])
  const taken = (await it.items(run.id)).find(({ accountId }) => accountId === third)
  expect(taken).toMatchObject({ state: 'skipped', after: { identityId: bossId } })

  const undo = await it.undo(run.id)
  expect(undo).toMatchObject({ action: 'reassign', sends: 2 })
  await finish(it, undo.id, 2)
  const back = await now()
  expect([first, second].map((id) => back.get(id)?.uncorrelated)).toEqual([true, true])
})
