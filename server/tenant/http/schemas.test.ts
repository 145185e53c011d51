import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Source, SourceSchema } from '../../contract.ts'
import { givenAccount, givenSource } from '../testing/given.ts'
import { expectRefusal, openTenant, startTenant, type TestTenant } from '../testing/tenant.ts'

let seeded: TestTenant
beforeAll(async () => {
  seeded = await openTenant({ seedIdentities: 60 })
})
afterAll(() => seeded.close())

const schemasOf = async ({ call }: TestTenant, id: string, query = ''): Promise<SourceSchema[]> =>
  (await call(`/sources/${id}/schemas${query}`)).json()

test('an unknown source is 404, a type that there is not 400', async () => {
  const { call, db } = await startTenant()
  expectRefusal(await call('/sources/unknown/schemas'), 404, 'unknown')
  const { id } = await givenSource(db)
  expectRefusal(await call(`/sources/${id}/schemas?include-types=role`), 400, 'include-types')
})

test('the schema of a source that says nothing of it is read off its accounts', async () => {
  const tenant = await startTenant()
  const source = await givenSource(tenant.db)
  const id = await givenAccount(tenant.db, source, { uid: 'ines' })
  const attributes = { uid: 'ines', age: 41, admin: false, since: '2026-01-01T00:00:00Z', x: null }
  await tenant.db
    .updateTable('account')
    .set({ attributes: JSON.stringify({ ...attributes, badge: 3_000_000_000 }) })
    .where('id', '=', id)
    .execute()
  const [account, group] = await schemasOf(tenant, source.id)
  expect(account).toMatchObject({ identityAttribute: 'uid', displayAttribute: 'name' })
  const types = account?.attributes?.map(({ name, type, isMulti }) => [name, type, isMulti])
  expect(types).toEqual([
    ['uid', 'STRING', false],
    ['name', 'STRING', false],
    ['mail', 'STRING', false],
    ['groups', 'STRING', true],
    ['age', 'INT', false],
    ['admin', 'BOOLEAN', false],
    ['since', 'DATE', false],
    ['x', 'STRING', false],
    ['badge', 'LONG', false],
  ])
  expect(account?.attributes?.find(({ name }) => name === 'groups')).toMatchObject({
    isEntitlement: true,
    isGroup: true,
    schema: { type: 'CONNECTOR_SCHEMA', id: group?.id, name: 'group' },
  })
})

test('include-types and include-names choose', async () => {
  const tenant = await startTenant()
  const { id } = await givenSource(tenant.db)
  const names = async (query: string) =>
    (await schemasOf(tenant, id, query)).map(({ name }) => name)
  expect(await names('')).toEqual(['account', 'group'])
  expect(await names('?include-types=group')).toEqual(['group'])
  expect(await names('?include-types=user')).toEqual(['account', 'group'])
  expect(await names('?include-names=account, nothing')).toEqual(['account'])
  expect(await names('?include-types=group&include-names=account')).toEqual([])
})

test('every attribute of every seeded account is in the schema of its source, with its type', async () => {
  const rows = await seeded.db.selectFrom('account').select(['source_id', 'attributes']).execute()
  const sourceIds = [...new Set(rows.map((row) => row.source_id))]
  expect(sourceIds).toHaveLength(9)
  for (const sourceId of sourceIds) {
    const [account] = await schemasOf(seeded, sourceId)
    const known = new Map(account?.attributes?.map((attribute) => [attribute.name, attribute]))
    for (const row of rows.filter(({ source_id }) => source_id === sourceId)) {
      for (const [name, value] of Object.entries(JSON.parse(row.attributes))) {
        const attribute = known.get(name)
        expect(attribute, `${name} of ${sourceId}`).toBeDefined()
        if (value === null) continue
        expect(Array.isArray(value), name).toBe(attribute?.isMulti)
        if (typeof value === 'boolean') expect(attribute?.type, name).toBe('BOOLEAN')
        if (typeof value === 'number') expect(attribute?.type, name).toMatch(/INT|LONG/)
        if (typeof value === 'string') expect(attribute?.type, name).toMatch(/STRING|DATE/)
      }
    }
  }
})

test('sources name their schemas, and entitlements belong to one of them', async () => {
  const sources: Source[] = (await seeded.call('/sources?includeIDNSource=true')).json()
  for (const source of sources) {
    const schemas = await schemasOf(seeded, source.id)
    expect(source.schemas).toEqual(
      schemas.map(({ id, name }) => ({ type: 'CONNECTOR_SCHEMA', id, name })),
    )
    const entitlements = await seeded.db
      .selectFrom('entitlement')
      .select(['attribute', 'object_type'])
      .distinct()
      .where('source_id', '=', source.id)
      .execute()
    for (const { attribute, object_type } of entitlements) {
      const known = schemas[0]?.attributes?.find(({ name }) => name === attribute)
      expect(known?.schema?.name).toBe(object_type)
      expect(schemas.map(({ name }) => name)).toContain(object_type)
    }
  }
})
