import { expect, test } from 'vitest'

import { AccountMemory } from './account-memory.ts'
import { Order } from './order.ts'

test('a row that goes leaves nothing behind for the one that takes its number', () => {
  const memory = new AccountMemory()
  memory.orders.set('name', new Order([5]))
  memory.put(5, { flags: 0xff, origin: 'a', created: 1, attributes: { title: 'b' } })
  memory.remove(5)
  expect(memory.orders.get('name')?.size).toBe(0)
  memory.put(5, { flags: 0 })
  expect(Object.values(memory.flags).map((flag) => flag.count())).toEqual(Array(8).fill(0))
  expect(memory.column('origin')?.codes[5]).toBe(0)
  expect(memory.dates.created.times[5]).toBeNaN()
  const title = memory.attributes.find('title')
  expect(typeof title === 'object' && title.codes[5]).toBe(0)
})

test('rows beyond the expected number find room, and those before stay as they are', () => {
  const memory = new AccountMemory(10)
  memory.put(1, { flags: 1, origin: 'a', modified: 7, attributes: { title: 'b' } })
  for (const ord of [1023, 1024, 50_000]) memory.put(ord, { flags: 2, origin: 'c' })
  expect(memory.size).toBe(4)
  expect(memory.flags.disabled.has(1)).toBe(true)
  expect(memory.flags.locked.count()).toBe(3)
  expect(memory.column('origin')?.codes[1]).toBe(1)
  expect(memory.column('origin')?.codes[50_000]).toBe(2)
  expect(memory.dates.modified.times[1]).toBe(7)
  expect(memory.dates.modified.times[50_000]).toBeNaN()
  expect(memory.capacity).toBeGreaterThan(50_000)
})

test('the version rises with each change, and only with a change', () => {
  const memory = new AccountMemory()
  const versions = [memory.version]
  memory.put(0, { flags: 0 })
  versions.push(memory.version)
  memory.put(0, { flags: 0 })
  versions.push(memory.version)
  memory.remove(0)
  versions.push(memory.version)
  memory.remove(0)
  versions.push(memory.version)
  expect(versions).toEqual([0, 1, 2, 3, 3])
})
