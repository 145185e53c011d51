import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { FilterError } from '../../../lib/filter/errors.ts'
import { expectContract } from '../../contract-check.ts'
import { openTestDatabase } from '../../testing/database.ts'
import { accountRow, identityRow, sourceRow } from '../../testing/rows.ts'
import type { Database } from '../schema.ts'
import { accountColumns, listAccounts } from './accounts.ts'
import { fieldTable, type Columns } from './columns.ts'
import { findEntitlement, listAccountEntitlements } from './entitlements.ts'
import { findIdentity, identityColumns, listIdentities } from './identities.ts'
import { findSource, listSources, sourceFields, sourceSorters } from './sources.ts'
import { findTask, listTasks, taskColumns } from './tasks.ts'

const time = '2026-01-01T00:00:00.000Z'
const page = { limit: 250, offset: 0, count: true }
const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)

let db: Kysely<Database>
beforeAll(async () => {
  db = await openTestDatabase()
  await db
    .insertInto('source')
    .values([
      sourceRow({ id: 'a', name: 'beta', owner_id: 'boss', owner_name: 'Ada Boss' }),
      sourceRow({ id: 'b', name: 'Alpha', category: 'CredentialProvider', features: '["SEARCH"]' }),
      sourceRow({ id: 'c', name: 'Own', internal: 1 }),
    ])
    .execute()
  await db
    .insertInto('identity')
    .values([
      identityRow({ id: 'boss', name: 'Ada Boss', is_manager: 1, last_refresh: time }),
      identityRow({ id: 'i1', name: 'Zoe Lane', manager_id: 'boss', processing_state: 'ERROR' }),
      identityRow({ id: 'i2', name: 'Hidden One', correlated: 0, lifecycle_state: null }),
    ])
    .execute()
  await db
    .insertInto('account')
    .values(accountRow({ id: 'acc', source_id: 'a' }))
    .execute()
  const entitlement = {
    source_id: 'a',
    attribute: 'groups',
    description: null,
    object_type: 'group',
    privileged: 1 as const,
    requestable: 0 as const,
    cloud_governed: 0 as const,
    attributes: '{"cn":"x"}',
    created: time,
    modified: time,
  }
  await db
    .insertInto('entitlement')
    .values([
      { ...entitlement, id: 'e1', value: 'x', name: 'X', owner_id: 'boss', owner_name: 'Ada Boss' },
      { ...entitlement, id: 'e2', value: 'y', name: 'Y', owner_id: null, owner_name: null },
      { ...entitlement, id: 'e3', value: 'z', name: 'Z', owner_id: null, owner_name: null },
    ])
    .execute()
  await db
    .insertInto('account_entitlement')
    .values(['e1', 'e2'].map((entitlement_id) => ({ account_id: 'acc', entitlement_id })))
    .execute()
  const task = {
    kind: 'aggregate',
    due_at: 0,
    input: '{}',
    type: 'QUARTZ',
    unique_name: 'Cloud Account Aggregation',
    description: 'Reads the accounts',
    parent_name: null,
    launcher: 'demo',
    launched: time,
    modified: time,
    percent_complete: 100,
  }
  await db
    .insertInto('task')
    .values([
      {
        ...task,
        id: 't1',
        state: 'ended',
        created: '2026-01-02T00:00:00.000Z',
        completion_status: 'SUCCESS',
        source_id: 'a',
        target_type: 'APPLICATION',
        target_id: 'a',
        target_name: 'beta',
        completed: time,
      },
      {
        ...task,
        id: 't2',
        state: 'ended',
        created: '2026-01-01T00:00:00.000Z',
        completion_status: 'ERROR',
        completed: time,
      },
      { ...task, id: 't3', state: 'running', created: time },
    ])
    .execute()
})
afterAll(() => db.destroy())

test('identities are what the contract says, the hidden ones only when asked for', async () => {
  const all = await listIdentities(db, { ...page, defaultFilter: 'NONE', sorters: 'name' })
  expectContract('listIdentities 200', all.items)
  expect(ids(all)).toEqual(['boss', 'i2', 'i1'])
  const shown = await listIdentities(db, page)
  expect([ids(shown), shown.total]).toEqual([['boss', 'i1'], 2])
  expect((await findIdentity(db, 'i1'))?.managerRef).toEqual({
    type: 'IDENTITY',
    id: 'boss',
    name: 'Ada Boss',
  })
  expect(await findIdentity(db, 'nobody')).toBeUndefined()
  expect(ids(await listIdentities(db, { ...page, filters: 'processingState eq "error"' }))).toEqual(
    ['i1'],
  )
})

test('sources are what the contract says, sorted without regard to case, missing values first', async () => {
  const found = await listSources(db, { ...page, sorters: 'name' })
  expectContract('listSources 200', found.items)
  expect(ids(found)).toEqual(['b', 'a'])
  expect(ids(await listSources(db, { ...page, sorters: 'owner.name' }))).toEqual(['b', 'a'])
  expect(ids(await listSources(db, { ...page, sorters: '-connectorName' }))).toEqual(['b', 'a'])
  expect(ids(await listSources(db, { ...page, includeInternal: true }))).toEqual(['a', 'b', 'c'])
  expect(ids(await listSources(db, { ...page, filters: 'features ca ("SEARCH")' }))).toEqual(['b'])
  expect(ids(await listSources(db, { ...page, filters: 'name co "ET"' }))).toEqual(['a'])
  expect(ids(await listSources(db, { ...page, filters: 'id eq "A"' }))).toEqual([])
  expect(await listSources(db, { ...page, limit: 0 })).toEqual({ items: [], total: 2 })
  expect(await findSource(db, 'nowhere')).toBeUndefined()
})

test('the list has the tasks that ended, a task under way is found by its id', async () => {
  const ended = await listTasks(db, { ...page, sorters: '-created' })
  expectContract('getTaskStatusList 200', ended.items)
  expect(ids(ended)).toEqual(['t1', 't2'])
  expect(ids(await listTasks(db, { ...page, filters: 'completionStatus eq "error"' }))).toEqual([
    't2',
  ])
  expect(ids(await listTasks(db, { ...page, filters: 'not sourceId eq "a"' }))).toEqual(['t2'])
  const running = await findTask(db, 't3')
  expectContract('TaskStatus', running)
  expect(running?.completionStatus).toBeNull()
  expect(await findTask(db, 't9')).toBeUndefined()
})

test('the entitlements of an account come page by page, with all of their number', async () => {
  const first = await listAccountEntitlements(db, 'acc', { ...page, limit: 1 })
  expectContract('getAccountEntitlements 200', first.items)
  expect([ids(first), first.total]).toEqual([['e1'], 2])
  const second = await listAccountEntitlements(db, 'acc', { ...page, limit: 1, offset: 1 })
  expect(ids(second)).toEqual(['e2'])
  expect(await listAccountEntitlements(db, 'nobody', page)).toEqual({ items: [], total: 0 })
  expectContract('Entitlement', await findEntitlement(db, 'e3'))
  expect(await findEntitlement(db, 'e9')).toBeUndefined()
})

const sortersOf = (columns: Columns) =>
  Object.keys(columns).filter((field) => columns[field]?.sortable)
const lists = [
  ['accounts', listAccounts, fieldTable(accountColumns), sortersOf(accountColumns)],
  ['identities', listIdentities, fieldTable(identityColumns), sortersOf(identityColumns)],
  ['sources', listSources, sourceFields, sourceSorters],
  ['tasks', listTasks, fieldTable(taskColumns), sortersOf(taskColumns)],
] as const

test.each(lists)('%s answer every field, operator and sorter they offer', async (...list) => {
  const [, answer, fields, sorters] = list
  const values = {
    boolean: 'true',
    date: '2024',
    number: '1',
    string: '"a"',
    id: '"a"',
    list: '"a"',
    scalar: '"a"',
  }
  for (const [field, { type, operators }] of Object.entries(fields)) {
    for (const operator of operators) {
      const value = values[type]
      const many = operator === 'in' || operator === 'ca'
      const rest = operator === 'isnull' ? '' : many ? `(${value}, ${value})` : value
      const filters = `${field} ${operator} ${rest}`
      const plain = await answer(db, { ...page, filters })
      const turned = await answer(db, { ...page, filters: `not (${filters})` })
      const all = await answer(db, page)
      expect([filters, Number(plain.total) + Number(turned.total)]).toEqual([filters, all.total])
    }
  }
  for (const sorter of sorters) {
    const up = await answer(db, { ...page, sorters: sorter })
    const down = await answer(db, { ...page, sorters: `-${sorter}` })
    expect(ids(down)).toEqual(ids(up).toReversed())
  }
  await expect(answer(db, { ...page, filters: 'colour eq "red"' })).rejects.toThrow(FilterError)
  await expect(answer(db, { ...page, sorters: 'colour' })).rejects.toThrow(FilterError)
})
