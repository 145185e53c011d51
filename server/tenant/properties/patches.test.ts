import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { campaign, timeout } from '../../lib/runs.ts'
import { expectContract } from '../contract-check.ts'
import { newId } from '../domain/ids.ts'
import type { SourceRow } from '../store/sources.ts'
import { givenAccount, givenFile, givenIdentity, givenSource } from '../testing/given.ts'
import { openTenant, type TestTenant } from '../testing/tenant.ts'
import { apply, type Doc, type Json } from './patch-model.ts'
import { accountPaths, patches, taskPaths } from './patch-operations.ts'

let tenant: TestTenant
let owners: { id: string }[]
let sources: { file: SourceRow; direct: SourceRow }
beforeAll(async () => {
  tenant = await openTenant({ taskMs: 3_600_000 })
  const { db } = tenant
  owners = [await givenIdentity(db, 'ines'), await givenIdentity(db, 'omar')]
  sources = { file: await givenFile(db), direct: await givenSource(db) }
})
afterAll(() => tenant.close())

const attributes = {
  uid: 'B1',
  name: 'Ines',
  groups: ['staff', 'b'],
  tree: { leaf: ['x', 1, null] },
}

async function newAccount(source: SourceRow, owner: string | undefined) {
  const { db } = tenant
  const uid = newId()
  const id = await givenAccount(db, source, { uid, owner })
  const own = JSON.stringify({ ...attributes, uid })
  await db.updateTable('account').set({ attributes: own }).where('id', '=', id).execute()
  return id
}

const written = (one: unknown, root: string) => {
  const { op, path, from } = Object(one)
  const writes = op === 'test' ? [] : op === 'move' ? [path, from] : [path]
  return writes.some((pointer) => pointer === root || String(pointer).startsWith(`${root}/`))
}

const isReserved = (pointer: unknown) =>
  /\/(__proto__|constructor|prototype)(\/|$)/.test(String(pointer))

/** Pointers that may be named at all: on a direct source, none to an attribute. */
function mayName(one: unknown, isFile: boolean): boolean {
  const { op, path, from } = Object(one)
  return (op === 'move' || op === 'copy' ? [path, from] : [path]).every(
    (pointer) =>
      pointer === '/identityId' ||
      pointer === '/manuallyCorrelated' ||
      (isFile && /^\/attributes(\/|$)/.test(String(pointer)) && !isReserved(pointer)),
  )
}

const plain = (value: Json | undefined) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** Several values in one text are a list, as everywhere with an attribute of entitlements. */
function listed(value: Json | undefined): string[] {
  const values = Array.isArray(value) ? value.map(plain) : plain(value).split('|')
  return [...new Set(values.map((one) => one.trim()))].filter((one) => one !== '')
}

type Answered = Awaited<ReturnType<TestTenant['account']>>

/** What the account should say afterwards; undefined where the patch is to be refused. */
function expected(before: Answered, operations: unknown[], isFile: boolean) {
  if (!operations.every((one) => mayName(one, isFile))) return undefined
  const { identityId, manuallyCorrelated } = before
  const doc = apply({ identityId, manuallyCorrelated, attributes: before.attributes }, operations)
  if (!doc) return undefined
  const touched = (root: string) => operations.some((one) => written(one, root))
  const change: Doc = {}
  if (touched('/identityId')) {
    if (doc.identityId === undefined) {
      change.uncorrelated = true
      if (!before.uncorrelated) change.manuallyCorrelated = false
    } else {
      if (!owners.some(({ id }) => id === doc.identityId)) return undefined
      Object.assign(change, {
        identityId: doc.identityId,
        uncorrelated: false,
        manuallyCorrelated: true,
      })
    }
  }
  if (touched('/manuallyCorrelated')) {
    if (typeof doc.manuallyCorrelated !== 'boolean') return undefined
    change.manuallyCorrelated = doc.manuallyCorrelated
  }
  if (touched('/attributes')) {
    const now = doc.attributes
    if (typeof now !== 'object' || now === null || Array.isArray(now)) return undefined
    if (plain(now.uid) !== before.nativeIdentity) return undefined
    const { groups } = now
    change.attributes =
      groups === null || groups === undefined ? now : { ...now, groups: listed(groups) }
  }
  return change
}

async function snapshot(id: string) {
  const { modified: _, ...account } = await tenant.account(id)
  const held = (await tenant.call(`/accounts/${id}/entitlements`)).json()
  return { ...account, held: held.map(({ value }: { value: string }) => value).toSorted() }
}

test.each([
  ['file', 400, 5000],
  ['direct', 100, 1500],
] as const)(
  'a patch of an account of a %s source does what RFC 6902 says, or nothing',
  { timeout },
  async (kind, short, long) => {
    const values = [...owners.map(({ id }) => id), 'nobody', null, true, false]
    const isFile = kind === 'file'
    await fc.assert(
      fc.asyncProperty(
        patches({ paths: accountPaths, values }),
        fc.constantFrom(undefined, 0, 1),
        async (operations, of) => {
          const id = await newAccount(sources[kind], of === undefined ? undefined : owners[of]?.id)
          const before = await snapshot(id)
          const response = await tenant.patch(`/accounts/${id}`, operations as object[]) // or not
          const after = await snapshot(id)

          const change = expected(before, operations, isFile)
          expect(response.statusCode, response.body).toBe(change ? 202 : 400)
          if (!change) {
            expect(after).toEqual(before)
            return
          }
          for (const [name, value] of Object.entries(change))
            expect(after[name], name).toEqual(value)
          if (change.attributes)
            expect(after.held).toEqual(listed(after.attributes.groups).toSorted())
          const untouched = [
            'disabled',
            'locked',
            'nativeIdentity',
            'sourceId',
            'created',
            'systemAccount',
          ]
          for (const name of untouched) expect(after[name]).toEqual(before[name])
        },
      ),
      campaign(short, long),
    )
  },
)

/** The contract has no null as the value of an operation on a task, and forgot `from`. */
function isInContract(operation: unknown): boolean {
  const { from: _, ...known } = Object(operation)
  try {
    expectContract('JsonPatchOperation', known)
    return true
  } catch {
    return false
  }
}

const statuses = ['SUCCESS', 'WARNING', 'ERROR', 'TERMINATED', 'TEMPERROR']

test('a patch of a task ends it as RFC 6902 says, or does nothing', { timeout }, async () => {
  const account = await newAccount(sources.direct, owners[0]?.id)
  const times = ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5+01:00', 'soon']
  await fc.assert(
    fc.asyncProperty(
      patches({ paths: taskPaths, values: [...statuses, ...times] }),
      async (operations) => {
        const { id } = (await tenant.post(`/accounts/${account}/reload`)).json()
        const read = async () => (await tenant.call(`/task-status/${id}`)).json()
        const before = await read()
        const response = await tenant.patch(`/task-status/${id}`, operations as object[]) // or not
        const after = await read()

        const allowed =
          operations.every(isInContract) &&
          operations.every((one) => {
            const { op, path, from } = Object(one)
            const named = op === 'move' || op === 'copy' ? [path, from] : [path]
            return named.every(
              (pointer) => pointer === '/completionStatus' || pointer === '/completed',
            )
          })
        const doc = allowed && apply({ completionStatus: null, completed: null }, operations)
        const status = doc && doc.completionStatus
        const completed = doc ? (doc.completed ?? null) : null
        const isTime = completed === null || times.slice(0, 2).includes(String(completed))
        const isRight = typeof status === 'string' && statuses.includes(status) && isTime
        expect(response.statusCode, response.body).toBe(isRight ? 200 : 400)
        if (!isRight) {
          expect(after).toEqual(before)
          return
        }
        expect(response.json()).toEqual(after)
        expect(after).toMatchObject({ id, completionStatus: status, completed: expect.any(String) })
        if (completed !== null)
          expect(Date.parse(after.completed)).toBe(Date.parse(String(completed)))
        // What has ended stays as it is.
        expect((await tenant.patch(`/task-status/${id}`, operations as object[])).statusCode).toBe(
          400,
        )
        expect(await read()).toEqual(after)
      },
    ),
    campaign(200, 3000),
  )
})
