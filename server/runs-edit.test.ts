import { randomUUID } from 'node:crypto'

import { expect, onTestFinished, test } from 'vitest'

import { openConsoleDatabase } from './console/store/database.ts'
import type { Account } from './contract.ts'
import { startFaultyWay } from './testing/faulty-way.ts'
import { startNoting } from './testing/runs-accounts.ts'
import { startRunConsole, type Plan, type Run, type RunItem } from './testing/runs-stage.ts'

type Value = { name: string; value: unknown; isSecret?: boolean }

async function stage() {
  const noting = await startNoting()
  const it = await startRunConsole(noting.tenant)
  const all = await noting.tenant.accounts()
  const isFile = ({ connectionType, systemAccount, authoritative }: Account) =>
    connectionType === 'file' && !systemAccount && !authoritative
  const [badge] = all.filter((account) => isFile(account) && account.attributes)
  if (!badge?.id) throw new Error('There is no account of a file.')
  const read = async () => (await noting.tenant.get<Account>(`/accounts/${badge.id}`)).attributes
  const put = (attributes: Value[] | undefined, accountId = badge.id, action = 'edit') => {
    const id = randomUUID()
    const body = {
      action,
      selection: { accountIds: [accountId] },
      ...(attributes && { attributes }),
    }
    return it.call(`/runs/${id}`, 'PUT', body)
  }
  async function edit(attributes: Value[]): Promise<{ run: Run; item: RunItem }> {
    const { run } = (await (await put(attributes)).json()) as { run: Run } // its contract
    const ended = await it.reached(run.id, 'finished')
    const [item] = await it.items(run.id)
    if (!item) throw new Error('The run has no item.')
    return { run: ended, item }
  }
  const patches = () =>
    noting.requests.filter(
      ({ method, path }) => method === 'PATCH' && path.includes(badge.id ?? ''),
    )
  return { ...noting, it, all, badge, read, put, edit, patches }
}

const confirmed = async (it: Awaited<ReturnType<typeof stage>>['it'], plan: Plan) => {
  await it.start(plan.id, plan.sends)
  return it.reached(plan.id, 'finished')
}

test('attributes of an account of a file are changed by a run, and undoing puts them back', async () => {
  const { it, badge, read, edit, patches } = await stage()
  const before = await read()
  // Neither what its source knows it by nor what it is called.
  const named: unknown[] = [badge.nativeIdentity, badge.name]
  const texts = Object.entries(before ?? {}).filter(([, value]) => typeof value === 'string')
  const [name = ''] = texts.find(([, value]) => !named.includes(value)) ?? []
  const { run, item } = await edit([
    { name, value: 'Zürich' },
    { name: 'a/b~c', value: ['x', 'y'] },
    { name: 'never there', value: null },
  ])
  expect(run).toMatchObject({ action: 'edit', accountId: badge.id, can: ['undo'] })
  expect(await read()).toEqual({ ...before, [name]: 'Zürich', 'a/b~c': ['x', 'y'] })
  expect(patches()).toHaveLength(1)
  expect(item).toMatchObject({
    state: 'done',
    before: { attributes: [{ name, value: before?.[name] }, { name: 'a/b~c', value: null }, {}] },
    after: { attributes: [{ name, value: 'Zürich' }, { name: 'a/b~c', value: ['x', 'y'] }, {}] },
  })
  const entry = (await it.audit(`&run=${run.id}`)).items.find(({ event }) => event === 'done')
  expect(entry).toMatchObject({ action: 'edit', before: item.before, after: item.after })

  const plan = await it.undo(run.id)
  expect(await it.planItems(plan.id)).toMatchObject([
    { group: 'willChange', attributes: [{ name, value: before?.[name] }, { value: null }, {}] },
  ])
  expect((await confirmed(it, plan)).counts.done).toBe(1)
  expect(await read()).toEqual(before)
})

test('what somebody has changed since is not put back', async () => {
  const { it, edit } = await stage()
  const { run } = await edit([{ name: 'colour', value: 'red' }])
  await edit([{ name: 'colour', value: 'green' }])
  const plan = await it.undo(run.id)
  expect(plan.sends).toBe(0)
  expect(await it.planItems(plan.id)).toMatchObject([
    { group: 'notAllowed', reason: { code: 'changedSince' } },
  ])
})

test('a secret reaches the tenant and is told nowhere, nor kept, nor put back', async () => {
  const { it, read, edit } = await stage()
  const attributes = [
    { name: 'pin', value: 'canary-4711', isSecret: true },
    { name: 'colour', value: 'red' },
  ]
  const { run, item } = await edit(attributes)
  expect((await read())?.pin).toBe('canary-4711')
  expect(item.after?.attributes).toEqual([
    { name: 'pin', value: null, isSecret: true },
    { name: 'colour', value: 'red' },
  ])
  const plan = await it.undo(run.id)
  expect(await it.planItems(plan.id)).toMatchObject([
    { attributes: [{ name: 'colour', value: null }] },
  ])
  expect((await confirmed(it, plan)).counts.done).toBe(1)
  expect(await read()).toMatchObject({ pin: 'canary-4711' })
  const told = [
    await it.run(run.id),
    await it.items(run.id),
    await it.planItems(run.id),
    await it.audit(),
  ]
  expect(JSON.stringify(told)).not.toContain('canary')
  await it.close()
  const db = await openConsoleDatabase(it.database)
  onTestFinished(() => db.destroy())
  const kept = await Promise.all(
    (['run', 'run_item', 'attempt', 'audit'] as const).map((table) =>
      db.selectFrom(table).selectAll().execute(),
    ),
  )
  expect(JSON.stringify(kept)).toContain('colour')
  expect(JSON.stringify(kept)).not.toContain('canary')
})

test('a secret that could not be sent has to be typed again', async () => {
  const noting = await startNoting()
  const way = await startFaultyWay(noting.tenant.url)
  const it = await startRunConsole(way)
  const [account] = (await noting.tenant.accounts()).filter(
    ({ connectionType, systemAccount }) => connectionType === 'file' && !systemAccount,
  )
  way.goWrong(({ method }) => (method === 'PATCH' ? { is: 'answer', status: 400 } : undefined))
  const failing = async (attribute: Value) => {
    const id = randomUUID()
    const selection = { accountIds: [account?.id] }
    await it.json(`/runs/${id}`, 'PUT', { action: 'edit', selection, attributes: [attribute] })
    expect((await it.reached(id, 'finished')).counts.failed).toBe(1)
    const { status } = await it.call(`/runs/${id}/retry`, 'POST', { states: ['failed'] })
    await it.reached(id, 'finished')
    return status
  }
  expect(await failing({ name: 'pin', value: 'canary', isSecret: true })).toBe(409)
  expect(await failing({ name: 'colour', value: 'red' })).toBe(200)
})

test('what cannot be an attribute, or is so already, is said and sends nothing', async () => {
  const { all, put, patches, read } = await stage()
  const said = async (answer: Promise<Response>) => {
    const { status } = await answer
    const body = await (await answer).json()
    return `${status} ${body.messages?.[0].text ?? body.kept?.text}`
  }
  expect(await said(put(undefined))).toBe('400 edit needs attributes: what they are to become.')
  expect(await said(put([]))).toMatch(/^400 /)
  const twice = [
    { name: 'a', value: '1' },
    { name: 'a', value: '2' },
  ]
  expect(await said(put(twice))).toBe('400 The attribute a is named twice.')
  for (const value of [{}, [1], [['a']], 'x'.repeat(100_001)]) {
    expect(await said(put([{ name: 'a', value }]))).toBe(
      '400 a has to be text, a number, true, false, null or a list of texts.',
    )
  }
  const one = [{ name: 'a', value: '1' }]
  expect(await said(put(one, undefined, 'disable'))).toBe('400 disable takes no attributes.')
  const direct = all.find(
    ({ connectionType, systemAccount }) => connectionType === 'direct' && !systemAccount,
  )
  expect(await said(put(one, direct?.id))).toMatch(/^200 .* is not a flat file source\.$/)
  const [name = '', value] = Object.entries((await read()) ?? {})[0] ?? []
  expect(await said(put([{ name, value }]))).toBe('200 Its attributes are so already.')
  expect(patches()).toEqual([])
})
