import { expect, test } from 'vitest'

import { formatShare } from './share.ts'

test.each([
  [0, 0, '0%'],
  [0, 12, '0%'],
  [12, 12, '100%'],
  [1, 3, '33.3%'],
  [1, 1_000_000, '<0.1%'],
  [999_999, 1_000_000, '>99.9%'],
  [1, 1000, '0.1%'],
])('%d of %d is %s: something is never nothing, and almost all is not all', (part, whole, text) => {
  expect(formatShare(part, whole)).toBe(text)
})
