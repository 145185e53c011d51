import { beforeAll, expect, onTestFinished, test } from 'vitest'

import { evaluate } from '../../../lib/filter/evaluate.ts'
import { newIndexPlace } from '../../testing/index-place.ts'
import { storedAttribute } from '../memory/facts.ts'
import type { Leaf } from '../questions/plan.ts'
import { openIndexFile } from './file.ts'
import type { IndexFile } from './index-file.ts'
import { recordOf, type TenantAccount } from './record.ts'
import { resolveLeaf } from './resolve.ts'
import { putAccounts } from './rows.ts'

/** More than are read one by one. */
const ROWS = 20_500
const account = (n: number): TenantAccount => ({
  id: `id-${n}`,
  attributes: {
    login: `user-${n}`,
    tags: n % 2 === 0 ? [`tag-${n % 7}`, n] : null,
    isOld: n % 3 === 0,
    notes: n === ROWS - 1 ? `${'x'.repeat(5000)}needle` : `note ${n}`,
  },
})

let file: IndexFile
const ids = new Map<number, number>()
beforeAll(async () => {
  const { database, schema } = await newIndexPlace()
  file = await openIndexFile(database, { warn: (text) => expect.fail(text) }, schema)
  for (let at = 0; at < ROWS; at += 500) {
    const accounts = Array.from({ length: Math.min(500, ROWS - at) }, (_, n) => account(at + n))
    const records = accounts.map((each) => recordOf(each, null))
    for (const { ord, id } of await putAccounts(file.write, records, 1)) {
      ids.set(ord, Number(id.slice('id-'.length)))
    }
  }
  return () => file.close()
})

type Compare = Extract<Leaf, { kind: 'compare' }>
const compare = (name: string, operator: Compare['operator'], value: string): Leaf => ({
  kind: 'compare',
  field: `attributes.${name}`,
  operator,
  value,
  exact: false,
})
const isIn = (name: string, values: string[]): Leaf => ({
  kind: 'list',
  field: `attributes.${name}`,
  operator: 'in',
  values,
  exact: false,
})

test.for([
  compare('login', 'eq', `USER-${ROWS - 1}`),
  compare('login', 'sw', 'user-2049'),
  compare('login', 'co', 'r-1049'),
  compare('tags', 'eq', '20400'),
  compare('notes', 'co', 'needle'),
  isIn('login', ['user-20400', 'User-7', 'nobody']),
])('$field $operator $value is answered for all accounts, however many there are', async (leaf) => {
  const { ords, bounded } = await resolveLeaf(file.read, leaf)

  const name = leaf.field.slice('attributes.'.length)
  const expected = Array.from({ length: ROWS }, (_, n) => n).filter((n) => {
    const { attributes } = account(n)
    return evaluate(leaf, () => storedAttribute(Reflect.get(Object(attributes), name)))
  })
  expect(ords.map((ord) => ids.get(ord)).toSorted((a = 0, b = 0) => a - b)).toEqual(expected)
  expect(expected.length).toBeGreaterThan(0)
  expect(bounded).toBe(false)
})

test.for([
  compare('isOld', 'eq', 'true'),
  compare('login', 'co', 'r-'),
  compare('login', 'ne', 'user-1'),
  compare('login', 'co', 'user'),
])('$field $operator $value looks at a part of so many, and says so', async (leaf) => {
  expect((await resolveLeaf(file.read, leaf)).bounded).toBe(true)
})

test.for([
  ['eq', `${'x'.repeat(9000)}A`, ['long-a']],
  ['eq', 'x'.repeat(9000), []],
  ['sw', 'x'.repeat(8999), ['long-a', 'long-b']],
  ['sw', `${'x'.repeat(9000)}b`, ['long-b']],
] as const)(
  'a name that %s a text of 9,000 characters is compared whole',
  async ([operator, value, ids]) => {
    const { database, schema } = await newIndexPlace()
    const own = await openIndexFile(database, { warn: (text) => expect.fail(text) }, schema)
    onTestFinished(() => own.close())
    const named = ['a', 'b'].map((end) => ({
      id: `long-${end}`,
      name: `${'x'.repeat(9000)}${end}`,
    }))
    const records = named.map((each) => recordOf(each, null))
    const written = await putAccounts(own.write, records, 1)

    const asked: Leaf = { kind: 'compare', field: 'name', operator, value, exact: false }
    const { ords } = await resolveLeaf(own.read, asked)

    const found = written.filter(({ ord }) => ords.includes(ord)).map(({ id }) => id)
    expect(found.toSorted()).toEqual(ids)
  },
)

test('others have their turn while accounts are read one by one', async () => {
  let turns = 0
  let isReading = true
  const others = (async () => {
    while (isReading) {
      turns += 1
      await new Promise(setImmediate)
    }
  })()

  await resolveLeaf(file.read, compare('login', 'ne', 'user-1'))
  isReading = false
  await others

  expect(turns).toBeGreaterThan(5)
})
