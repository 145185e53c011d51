import { expect, test } from 'vitest'

import { auditQuery, auditSearchToUrl, parseAuditSearch } from './audit-search.ts'

const parse = (query: string) => parseAuditSearch(new URLSearchParams(query))

test('what a link asks for that is not offered is left out', () => {
  expect(parse('event=nothing&action=grant&days=yesterday..&at=-1')).toEqual({
    q: '',
    filters: {},
    at: 0,
  })
})

test('a search is the same after it has been in the URL', () => {
  const search = {
    q: 'ann & co',
    filters: { event: ['done', 'failed'], action: ['disable'], days: ['2026-01-02', ''] },
    at: 40,
  }
  expect(parseAuditSearch(auditSearchToUrl(search))).toEqual(search)
})

test('the last day counts to its end', () => {
  const { from, to } = auditQuery(parse('days=2026-03-01..2026-03-01'))
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 3_600_000)
})

test('of several actions the audit is asked for one', () => {
  expect(auditQuery(parse('action=disable&action=enable&event=done'))).toEqual({
    action: 'enable',
    events: 'done',
  })
})
