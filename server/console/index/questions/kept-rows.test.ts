import { expect, test } from 'vitest'

import { AccountMemory } from '../memory/account-memory.ts'
import { Bitmap } from '../memory/bitmap.ts'
import { keptRows } from './kept-rows.ts'
import type { Leaf } from './plan.ts'

const leaf = (value: string): Leaf => ({
  kind: 'compare',
  field: 'origin',
  operator: 'eq',
  value,
  exact: false,
})

function stage() {
  const memory = new AccountMemory()
  const column = memory.column('origin') ?? { version: 0 }
  const worked: string[] = []
  const ask = (value: string) =>
    keptRows(memory, leaf(value), column, () => {
      worked.push(value)
      return Bitmap.of([1])
    })
  return { memory, ask, worked }
}

test('a condition is worked out again once a row got another value, and not before', () => {
  const { memory, ask, worked } = stage()
  memory.put(1, { flags: 0, origin: 'a' })
  ask('a')
  memory.put(1, { flags: 255, origin: 'a', modified: 7, attributes: { title: 'x' } })
  ask('a')
  expect(worked).toHaveLength(1)
  memory.put(1, { flags: 0 })
  ask('a')
  memory.put(1, { flags: 0, origin: 'a' })
  memory.remove(1)
  ask('a')
  expect(worked).toHaveLength(3)
})

test('what the caller does with the rows changes nothing for the next', () => {
  const { ask } = stage()
  ask('a').clear(1)
  expect(ask('a').has(1)).toBe(true)
})

test('only the conditions asked last are kept', () => {
  const { ask, worked } = stage()
  ask('first')
  for (let at = 0; at < 31; at += 1) ask(`${at}`)
  ask('first')
  expect(worked).toHaveLength(32)
  ask('one more')
  ask('first')
  expect(worked).toHaveLength(33)
  ask('0')
  expect(worked).toHaveLength(34)
})
