import { expect, test } from 'vitest'

import { createEntryMemory } from './entry-memory.ts'

test('what was kept last of an entry is there again, until all is forgotten', () => {
  const memory = createEntryMemory<number>()
  memory.keep('a', 1)
  memory.keep('a', 2)
  expect([memory.of('a'), memory.of('b')]).toEqual([2, undefined])
  memory.clear()
  expect(memory.of('a')).toBeUndefined()
})

test('only the latest entries are remembered, and a visit makes one of those', () => {
  const memory = createEntryMemory<number>()
  for (let at = 0; at < 50; at += 1) memory.keep(`e${at}`, at)
  memory.keep('e0', 0)
  memory.keep('new', 1)
  expect(['e0', 'e1', 'e2', 'new'].map(memory.of)).toEqual([0, undefined, 2, 1])
})
