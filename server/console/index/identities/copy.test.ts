import { expect, test } from 'vitest'

import { newIndexPlace } from '../../testing/index-place.ts'
import { openIndexFile } from '../store/file.ts'
import { createIdentityCopy } from './copy.ts'

const person = (id: string, name: string) => ({ id, name })

test('what is new, changed, in another place or gone is told, and nothing else', async () => {
  const { database, schema } = await newIndexPlace()
  const file = await openIndexFile(database, { warn: () => {} }, schema)
  const told: string[][] = []
  const copy = createIdentityCopy(
    file,
    () => {},
    (ids) => told.push(ids.toSorted()),
  )
  await copy.load()
  await copy.put([person('a', 'Ada'), person('b', 'Bob')], 1)
  expect(told).toEqual([['a', 'b']])
  await copy.order()
  expect(told.splice(0)).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])

  const before = copy.version
  await copy.put([person('a', 'Ada'), person('b', 'Bob')], 2)
  await copy.order()
  await copy.remove(['nobody'])
  expect(told).toEqual([])
  expect(copy.version).toBe(before)

  await copy.put([person('a', 'Ada'), person('b', 'Zoe')], 2)
  await copy.remove(['a'])
  expect(told).toEqual([['b'], ['a']])
  expect(copy.version).toBeGreaterThan(before)
})
