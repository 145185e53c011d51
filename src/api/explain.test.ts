import { expect, test } from 'vitest'

import { ApiError } from './errors.ts'
import { explain } from './explain.ts'

const problem = (status: number) => explain(new ApiError({ status, text: 'Why', trackingId: 'id' }))

test('each kind of failure is told as its own, with the words and the id of whoever refused', () => {
  expect(problem(403)).toMatchObject({ kind: 'forbidden', why: 'Why', trackingId: 'id' })
  expect(problem(404).kind).toBe('not-found')
  for (const status of [0, 502, 503, 504]) expect(problem(status).kind).toBe('unreachable')
  for (const status of [400, 429, 500]) expect(problem(status).kind).toBe('failed')
})

test('a script of an older version that is gone asks for a reload', () => {
  const error = new TypeError('Failed to fetch dynamically imported module: http://x/assets/a.js')
  expect(explain(error).title).toContain('newer version')
  expect(explain('junk')).toMatchObject({ kind: 'failed', why: 'junk' })
})
