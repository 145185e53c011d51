import { expect, test } from 'vitest'

import { operatorOf, tenantName } from './operator.ts'

const tokenOf = (claims: unknown) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`

test('the operator is the user in the token, with levels and scopes', () => {
  const token = tokenOf({
    user_name: 'amy.admin',
    client_id: 'c1',
    authorities: ['ORG_ADMIN', 'API'],
    scope: ['idn:accounts:read'],
  })

  expect(operatorOf(token, 'configured')).toEqual({
    name: 'amy.admin',
    userLevels: ['ORG_ADMIN', 'API'],
    scopes: ['idn:accounts:read'],
  })
})

test('without a user it is the client, and scopes may be one text', () => {
  const token = tokenOf({ client_id: 'c1', scope: 'idn:accounts:read  idn:sources:read' })

  expect(operatorOf(token, 'configured')).toEqual({
    name: 'c1',
    userLevels: [],
    scopes: ['idn:accounts:read', 'idn:sources:read'],
  })
})

test.for([
  'opaque',
  'a.b.c',
  '',
  tokenOf(null),
  tokenOf([1]),
  tokenOf({ user_name: 5, authorities: { a: 1 }, scope: [null, 7] }),
])('a token that says nothing, such as %j, leaves the configured client', (token) => {
  expect(operatorOf(token, 'configured')).toEqual({
    name: 'configured',
    userLevels: [],
    scopes: [],
  })
})

test.for([
  ['https://acme.api.identitynow.com', false, 'acme'],
  ['https://acme-sb.api.identitynow-demo.com/', false, 'acme-sb'],
  ['http://127.0.0.1:4310', false, '127.0.0.1:4310'],
  ['http://[::1]:4310', false, '[::1]:4310'],
  ['http://localhost:4310', false, 'localhost:4310'],
  ['http://127.0.0.1:4310', true, 'Embedded tenant'],
] as const)('the tenant at %s (embedded: %s) is called %s', ([baseUrl, embedded, name]) => {
  expect(tenantName(baseUrl, embedded)).toBe(name)
})
