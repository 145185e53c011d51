import { expect, test } from 'vitest'

import { notAllowed } from './rights.ts'

const all = ['sp:scopes:all']

test('who aggregates needs a level and a scope, and is told which one is missing', () => {
  expect(notAllowed({ userLevels: ['SOURCE_ADMIN'], scopes: all }, undefined)).toBeUndefined()
  expect(notAllowed({ userLevels: ['HELPDESK'], scopes: all }, undefined)).toContain('SOURCE_ADMIN')
  const reader = { userLevels: ['ORG_ADMIN'], scopes: ['idn:sources:read'] }
  expect(notAllowed(reader, undefined)).toContain('idn:sources:manage')
})

test('a token that names neither leaves it to the tenant', () => {
  expect(notAllowed({ userLevels: [], scopes: [] }, undefined)).toBeUndefined()
  expect(notAllowed(undefined, undefined)).toBeUndefined()
})

test('what the tenant has refused once is said in its words', () => {
  expect(notAllowed({ userLevels: ['ORG_ADMIN'], scopes: all }, 'Not yours.')).toContain(
    'Not yours.',
  )
})
