import { expect, test } from 'vitest'

import { passwordChanged } from './password-changed.ts'

const at = (attributes: Record<string, unknown> | null) => passwordChanged({ attributes })

test.each([
  [{ pwdLastSet: '133515648000000000' }, '2024-02-05T00:00:00.000Z'],
  [{ passwordLastSet: 1707091200000 }, '2024-02-05T00:00:00.000Z'],
  [{ lastPasswordChangeDateTime: '2024-02-05T00:00:00Z' }, '2024-02-05T00:00:00.000Z'],
  [{ LASTPASSWORDCHANGEDATE: '2024-02-05T00:00:00Z' }, '2024-02-05T00:00:00.000Z'],
])('%o is read in the form of its source', (attributes, time) => {
  expect(at(attributes)).toBe(time)
})

test('a source that tells nothing, or "never", gives no time', () => {
  expect(at(null)).toBeUndefined()
  expect(at({})).toBeUndefined()
  expect(at({ pwdLastSet: '0' })).toBeUndefined()
  expect(at({ pwdLastSet: ['x'], passwordLastSet: 'soon' })).toBeUndefined()
})

test('an unusable value gives way to the next attribute', () => {
  expect(at({ pwdLastSet: '0', passwordLastSet: '2024-02-05T00:00:00Z' })).toBe(
    '2024-02-05T00:00:00.000Z',
  )
})
