import { expect, test } from 'vitest'

import { newUuid } from './uuid.ts'

test('each is another one, in the form of version 4', () => {
  const all = Array.from({ length: 1000 }, newUuid)
  expect(new Set(all).size).toBe(1000)
  for (const one of all) {
    expect(one).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  }
})
