import { expect, test } from 'vitest'

import { newId } from '../domain/ids.ts'
import { givenAccount, givenFile, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant, type TestTenant } from '../testing/tenant.ts'

type Report = {
  sourceId: string
  sourceName: string
} & Record<
  'locked' | 'disabled' | 'removed' | 'changed',
  { count: number; nativeIdentities: string[] }
>

async function drift({ app, tokenOf }: TestTenant, body: object, as = 'demo-admin') {
  const headers = { authorization: `Bearer ${await tokenOf(as)}` }
  return app.inject({ method: 'POST', url: '/control/drift', headers, payload: body })
}

async function givenPeople(tenant: TestTenant, count: number, given = {}) {
  const source = await givenSource(tenant.db, { delete_threshold: 50, ...given })
  for (let number = 0; number < count; number += 1) {
    await givenAccount(tenant.db, source, { uid: `user${number}` })
  }
  return source
}

test('an aggregation after a drift makes the accounts what their targets are', async () => {
  const tenant = await startTenant()
  const source = await givenPeople(tenant, 120)
  const answer = await drift(tenant, { seed: 7, share: 0.5 })
  expect(answer.statusCode).toBe(200)
  const [report]: [Report] = answer.json().sources
  const { locked, disabled, removed, changed } = report
  for (const kind of [locked, disabled, removed, changed]) expect(kind.count).toBeGreaterThan(0)

  const before = await records(tenant, source.id)
  expect(before).toHaveLength(120)
  const load = await tenant.call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
  const task = await tenant.ended(load.json().task.id)
  expect(task).toMatchObject({
    completionStatus: 'SUCCESS',
    attributes: {
      total: 120 - removed.count,
      created: 0,
      updated: locked.count + disabled.count + changed.count,
      deleted: removed.count,
    },
  })
  const targets = await tenant.db
    .selectFrom('target_account')
    .select(['native_identity', 'disabled', 'locked', 'attributes'])
    .where('source_id', '=', source.id)
    .orderBy('native_identity')
    .execute()
  const after = await records(tenant, source.id)
  expect(after).toEqual(targets)
  expect(after.filter((row) => row.locked).map((row) => row.native_identity)).toEqual(
    locked.nativeIdentities.toSorted(),
  )
})

test('the same seed changes the same accounts, and what is so already is not told again', async () => {
  const [one, two] = [await startTenant(), await startTenant()]
  await givenPeople(one, 60)
  await givenPeople(two, 60)
  const wish = { seed: 3, share: 0.3 }
  const strip = (answer: { json: () => { sources: Report[] } }) =>
    answer.json().sources.map((report) => ({ ...report, sourceId: '' }))
  const first = await drift(one, wish)
  expect(strip(await drift(two, wish))).toEqual(strip(first))
  expect(strip(await drift(two, { ...wish, seed: 4 }))).not.toEqual(strip(first))
  const none = { count: 0, nativeIdentities: [] }
  expect(strip(await drift(one, wish))).toMatchObject([
    { locked: none, disabled: none, removed: none, changed: none },
  ])
})

test('a drift of one source leaves the others, files and unhealthy sources as they are', async () => {
  const tenant = await startTenant()
  const one = await givenPeople(tenant, 20)
  const two = await givenPeople(tenant, 20, { name: 'Other' })
  const file = await givenFile(tenant.db)
  const sick = await givenSource(tenant.db, { name: 'Sick', healthy: 0 })
  const answer = await drift(tenant, { share: 1, sourceId: two.id })
  expect(answer.json().sources).toMatchObject([{ sourceId: two.id }])
  expect(await records(tenant, one.id)).toEqual(await targets(tenant, one.id))
  expectRefusal(await drift(tenant, { sourceId: file.id }), 400, 'Badges holds the file')
  expectRefusal(await drift(tenant, { sourceId: sick.id }), 400, 'Sick is not healthy')
  expectRefusal(await drift(tenant, { sourceId: newId() }), 404, 'There is no source')
})

test('an account that stands for a known failure does not drift', async () => {
  const tenant = await startTenant()
  const source = await givenSource(tenant.db)
  await givenAccount(tenant.db, source, { uid: 'sentinel-slow' })
  const before = await targets(tenant, source.id)
  await drift(tenant, { share: 1 })
  expect(await targets(tenant, source.id)).toEqual(before)
})

test.each(['demo-helpdesk', 'demo-source-admin', 'demo-auditor'])(
  'a drift is refused to %s',
  async (client) => {
    expectRefusal(await drift(await startTenant(), {}, client), 403, 'needs one of')
  },
)

test('a drift without a token, and one that cannot be read, is refused', async () => {
  const tenant = await startTenant()
  const answer = await tenant.app.inject({ method: 'POST', url: '/control/drift', payload: {} })
  expect(answer.statusCode).toBe(401)
  for (const body of [{ share: 2 }, { share: '1' }, { seed: -1 }, { other: 1 }]) {
    expectRefusal(await drift(tenant, body), 400, /share|seed|body/i)
  }
})

const records = ({ db }: TestTenant, sourceId: string) => rowsOf(db, 'account', sourceId)
const targets = ({ db }: TestTenant, sourceId: string) => rowsOf(db, 'target_account', sourceId)

function rowsOf(db: TestTenant['db'], table: 'account' | 'target_account', sourceId: string) {
  return db
    .selectFrom(table)
    .select(['native_identity', 'disabled', 'locked', 'attributes'])
    .where('source_id', '=', sourceId)
    .orderBy('native_identity')
    .execute()
}
