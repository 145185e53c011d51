import { expect, test } from 'vitest'

import { changedUrl, summaryOf } from './summary.ts'

test('a summary is given where something was counted, and only there', () => {
  expect(summaryOf({ attributes: { created: 2, updated: 1200, deleted: 0 } })).toBe(
    '2 added, 1,200 changed, 0 removed',
  )
  expect(summaryOf({ attributes: { total: 5 } })).toBeUndefined()
})

test('the link to what was added or changed names the source and the time it began', () => {
  const query = (url: string | undefined) =>
    Object.fromEntries(new URLSearchParams((url ?? '').split('?')[1]))
  expect(query(changedUrl('added', 's1', '2026-01-02T03:04:05Z'))).toEqual({
    source: 's1',
    filter: 'created ge 2026-01-02T03:04:05.000Z',
  })
  expect(query(changedUrl('changed', 's1', '2026-01-02T03:04:05Z'))).toEqual({
    source: 's1',
    filter: 'modified ge 2026-01-02T03:04:05.000Z and created lt 2026-01-02T03:04:05.000Z',
  })
  expect(changedUrl('added', 's1', null)).toBeUndefined()
  expect(changedUrl('added', 's1', 'soon')).toBeUndefined()
})
