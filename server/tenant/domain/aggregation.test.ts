import { expect, test } from 'vitest'

import { updateAccountRow } from '../store/accounts.ts'
import { insertTasks, taskRow } from '../store/tasks.ts'
import { givenAccount, givenSource } from '../testing/given.ts'
import { startTenant } from '../testing/tenant.ts'
import { aggregateHandler } from './aggregation.ts'
import { SourceFailed, type Connector, type FoundAccount } from './connectors/connector.ts'
import { createConnectors } from './connectors/connectors.ts'
import { newId } from './ids.ts'
import { existing } from './records.ts'

const found = (uid: string, change: Partial<FoundAccount> = {}): FoundAccount => ({
  native_identity: uid,
  disabled: 0,
  locked: 0,
  attributes: JSON.stringify({ uid, name: uid, groups: ['staff'] }),
  ...change,
})

/** A remote source that knows `uids` already, and what its aggregation makes of `connector`. */
async function givenRemote(uids: string[], connector: Partial<Connector>) {
  const { db } = await startTenant()
  const source = await givenSource(db)
  for (const uid of uids) await givenAccount(db, source, { uid })
  await db.deleteFrom('target_account').execute()
  const now = new Date().toISOString()
  const task = {
    id: newId(),
    kind: 'aggregate',
    state: 'running',
    due_at: 0,
    input: '{}',
    type: 'QUARTZ',
    unique_name: 'Aggregation',
    description: '',
    parent_name: null,
    launcher: 'test',
    source_id: source.id,
    created: now,
    modified: now,
  } as const
  await insertTasks(db, [task])
  const open = (): Connector => ({
    remote: true,
    async *read() {},
    account: async () => undefined,
    change: async () => undefined,
    close: async () => {},
    ...connector,
  })
  const handler = aggregateHandler(createConnectors({ sourceId: source.id, open }))
  const row = existing(await taskRow(db, task.id), 'task')
  // The clock ticks before the aggregation, as it does in life.
  await new Promise((resolve) => setTimeout(resolve, 2))
  const accounts = () =>
    db
      .selectFrom('account')
      .select(['native_identity', 'disabled', 'id'])
      .orderBy('native_identity')
      .execute()
  const staged = () => db.selectFrom('target_account').selectAll().execute()
  return { db, accounts, staged, run: () => handler.run(db, row, async () => {}) }
}

test('what an answer leaves out and is still there when asked for is kept, with a warning', async () => {
  const { accounts, run, staged } = await givenRemote(['ines', 'karim', 'lena'], {
    async *read() {
      yield { accounts: [found('ines')] }
    },
    account: async (uid) => (uid === 'karim' ? found('karim') : undefined),
  })
  expect(await run()).toMatchObject({
    status: 'WARNING',
    messages: [{ localizedText: { message: expect.stringMatching('left 1 accounts out') } }],
    attributes: { total: 1, deleted: 1 },
  })
  expect(await accounts()).toMatchObject([
    { native_identity: 'ines' },
    { native_identity: 'karim' },
  ])
  expect(await staged()).toEqual([])
})

test('a record that changes while its source is read is newer than what was read', async () => {
  const { accounts, db, run } = await givenRemote(['ines', 'karim'], {
    async *read() {
      yield { accounts: [found('ines'), found('karim', { disabled: 1 })] }
      const [ines] = await accounts()
      await updateAccountRow(db, ines?.id ?? '', { disabled: 1 })
    },
  })
  expect(await run()).toMatchObject({ attributes: { total: 2, updated: 1 } })
  expect(await accounts()).toMatchObject([
    { native_identity: 'ines', disabled: 1 },
    { native_identity: 'karim', disabled: 1 },
  ])
})

test('an entry that is given twice is read once', async () => {
  const { accounts, run } = await givenRemote([], {
    async *read() {
      yield { accounts: [found('ines')] }
      yield { accounts: [found('ines', { disabled: 1 })] }
    },
  })
  expect(await run()).toMatchObject({ attributes: { created: 1 } })
  expect(await accounts()).toMatchObject([{ native_identity: 'ines', disabled: 1 }])
})

test('a reading that fails after its first page changes no record and leaves nothing behind', async () => {
  const { accounts, db, run, staged } = await givenRemote(['ines'], {
    async *read() {
      yield { accounts: [found('ines', { disabled: 1 }), found('karim')] }
      throw new SourceFailed('The directory could not be reached.')
    },
  })
  await expect(run()).rejects.toThrow('could not be reached')
  expect(await accounts()).toMatchObject([{ native_identity: 'ines', disabled: 0 }])
  expect(await staged()).toEqual([])
  const source = await db.selectFrom('source').select('healthy').executeTakeFirstOrThrow()
  expect(source.healthy).toBe(0)
})
