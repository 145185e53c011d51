import { expect, test } from 'vitest'

import { isInTheClear, readLdap } from './ldap-settings.ts'

const whole = {
  TENANT_LDAP_URL: 'ldaps://directory.example.com',
  TENANT_LDAP_BIND_DN: 'cn=reader,dc=example,dc=com',
  TENANT_LDAP_PASSWORD: 'top-secret',
  TENANT_LDAP_BASE_DN: 'dc=example,dc=com',
}
const read = (env: Record<string, string>) =>
  readLdap(({ variable }) => ({ name: variable, value: env[variable] }))

test('four settings are enough, and the rest has a default', () => {
  expect(read(whole)).toEqual({
    url: 'ldaps://directory.example.com',
    bindDn: 'cn=reader,dc=example,dc=com',
    password: 'top-secret',
    baseDn: 'dc=example,dc=com',
    userFilter: '(objectClass=inetOrgPerson)',
    groupFilter: '(objectClass=groupOfNames)',
    loginAttribute: 'uid',
    name: 'LDAP directory',
  })
})

test.each([
  ['ldap://directory.example.com', true],
  ['ldaps://directory.example.com', false],
  ['ldap://127.0.0.1:3389', false],
  ['ldap://localhost', false],
])('whether the password crosses a network in the clear: %s', (url, clear) => {
  const settings = read({ ...whole, TENANT_LDAP_URL: url })
  expect(settings && isInTheClear(settings)).toBe(clear)
})

test('without an address there is no directory', () => {
  expect(read({})).toBeUndefined()
  expect(read({ TENANT_LDAP_URL: ' ' })).toBeUndefined()
})

test('a directory may be read without a name', () => {
  const { TENANT_LDAP_BIND_DN: _name, TENANT_LDAP_PASSWORD: _password, ...rest } = whole
  expect(read(rest)).toMatchObject({ bindDn: '', password: '' })
})

test.each([
  [{ TENANT_LDAP_URL: '' }, 'TENANT_LDAP_BIND_DN is set without TENANT_LDAP_URL'],
  [{ TENANT_LDAP_URL: 'http://directory' }, 'TENANT_LDAP_URL must be a URL like ldaps://'],
  [{ TENANT_LDAP_URL: 'directory:389' }, 'TENANT_LDAP_URL must be a URL like ldaps://'],
  [{ TENANT_LDAP_URL: 'ldap://a:b@host' }, 'TENANT_LDAP_URL must be a scheme, a host and a port'],
  [{ TENANT_LDAP_URL: 'ldap://host/dc=x' }, 'TENANT_LDAP_URL must be a scheme, a host and a port'],
  [{ TENANT_LDAP_BASE_DN: '' }, 'TENANT_LDAP_BASE_DN is missing'],
  [{ TENANT_LDAP_PASSWORD: '' }, 'TENANT_LDAP_PASSWORD is missing'],
  [{ TENANT_LDAP_BIND_DN: '' }, 'TENANT_LDAP_BIND_DN is missing'],
  [{ TENANT_LDAP_LOGIN_ATTRIBUTE: 'uid, cn' }, 'TENANT_LDAP_LOGIN_ATTRIBUTE must be the name'],
])('%o is refused, and no secret is repeated', (change, text) => {
  const error = (() => {
    try {
      return read({ ...whole, ...change })
    } catch (thrown) {
      return thrown
    }
  })()
  expect(String(error)).toMatch(text)
  expect(String(error)).not.toMatch('top-secret')
})
