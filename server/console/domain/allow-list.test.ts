import fc from 'fast-check'
import { expect, test } from 'vitest'

import { allowedOperations, fillPath, operationsOf, routeOf } from './allow-list.ts'

test('every operation of the contract is allowed and nothing else', () => {
  const operations = allowedOperations().map(({ method, path }) => `${method} ${path}`)

  expect(operations).toContain('GET /accounts')
  expect(operations).toContain('POST /accounts/{id}/disable')
  expect(operations).toContain('POST /sources/{id}/load-accounts')
  expect(operations).toContain('HEAD /task-status/pending-tasks')
  expect(operations).toContain('GET /sources/{sourceId}/schemas')
  expect(operations).toHaveLength(36)
  expect(operations.filter((operation) => operation.includes('oauth'))).toEqual([])
  expect(new Set(operations).size).toBe(operations.length)
})

test('what a path item holds beside its methods is no operation', () => {
  const item = { parameters: [], summary: 'x', get: {}, delete: {} }

  expect(operationsOf({ paths: { '/things/{id}': item } })).toEqual([
    { method: 'GET', path: '/things/{id}' },
    { method: 'DELETE', path: '/things/{id}' },
  ])
})

test('a template becomes a route of the router', () => {
  expect(routeOf('/accounts/{id}/enable')).toBe('/accounts/:id/enable')
})

test('an id goes on as it is meant, percent-encoded', () => {
  expect(fillPath('/accounts/{id}/enable', { id: '2c9180835d2e' })).toBe(
    '/accounts/2c9180835d2e/enable',
  )
  expect(fillPath('/accounts/{id}', { id: 'x/y' })).toBe('/accounts/x%2Fy')
  expect(fillPath('/sources/{sourceId}/schemas', { sourceId: 'x/y' })).toBe(
    '/sources/x%2Fy/schemas',
  )
  expect(fillPath('/accounts/{id}', { id: 'zoë ?&#%' })).toBe('/accounts/zo%C3%AB%20%3F%26%23%25')
})

test.for([
  '',
  '.',
  '..',
  '../oauth/token',
  'a/../../oauth',
  '..\\oauth',
  '%2e%2e',
  '%252e%252e%252foauth',
  '..;x=1',
  'a/..;/b',
  'a//b',
  'a\0b',
  'a\r\nb',
  '%0d%0a',
  '%ff',
])('the id %j goes nowhere', (id) => {
  expect(fillPath('/accounts/{id}', { id })).toBeUndefined()
})

test('whatever the id is, the path has the parts of its template', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (id) => {
      const filled = fillPath('/accounts/{id}/enable', { id })
      const url = new URL(filled ?? '/accounts/refused/enable', 'https://tenant.example')

      expect(url.host).toBe('tenant.example')
      expect(url.pathname).toMatch(/^\/accounts\/[^/]+\/enable$/)
      expect(url.search + url.hash).toBe('')
    }),
    { numRuns: 5000 },
  )
})
