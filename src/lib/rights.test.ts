import { expect, test } from 'vitest'

import { notAllowed } from './rights.ts'

const right = { levels: ['ORG_ADMIN', 'SOURCE_ADMIN'], scope: 'idn:sources:manage' }
const all = ['sp:scopes:all']

test('it takes one of the levels and the scope, and what is missing is named', () => {
  const admin = { userLevels: ['HELPDESK', 'SOURCE_ADMIN'], scopes: all }
  expect(notAllowed(right, admin, undefined)).toBeUndefined()
  expect(notAllowed(right, { ...admin, scopes: [right.scope] }, undefined)).toBeUndefined()
  const helpdesk = { userLevels: ['HELPDESK'], scopes: all }
  expect(notAllowed(right, helpdesk, undefined)).toContain('ORG_ADMIN, SOURCE_ADMIN')
  const reader = { userLevels: ['ORG_ADMIN'], scopes: ['idn:sources:read'] }
  expect(notAllowed(right, reader, undefined)).toContain('idn:sources:manage')
  expect(notAllowed({ levels: right.levels }, reader, undefined)).toBeUndefined()
})

test('a token that names neither leaves it to the tenant', () => {
  expect(notAllowed(right, { userLevels: [], scopes: [] }, undefined)).toBeUndefined()
  expect(notAllowed(right, undefined, undefined)).toBeUndefined()
})

test('what the tenant has refused once is said in its words', () => {
  const admin = { userLevels: ['ORG_ADMIN'], scopes: all }
  expect(notAllowed(right, admin, 'Not yours.')).toContain('Not yours.')
})
