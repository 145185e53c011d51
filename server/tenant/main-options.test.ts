import { expect, test } from 'vitest'

import { readOptions, usage } from './main-options.ts'

const secret = { TENANT_LDAP_PASSWORD: 'top-secret' }
const args = ['--ldap-url', 'ldaps://directory', '--ldap-bind-dn', 'cn=a', '--ldap-base-dn', 'dc=b']

test('a directory is named by options, and its password by the environment alone', () => {
  expect(readOptions(args, secret).ldap).toMatchObject({
    url: 'ldaps://directory',
    bindDn: 'cn=a',
    password: 'top-secret',
    baseDn: 'dc=b',
  })
  expect(() => readOptions([...args, '--ldap-password', 'x'], {})).toThrow('--ldap-password')
  expect(usage).toMatch('TENANT_LDAP_PASSWORD')
})

test('an option counts for more than its variable', () => {
  const env = { ...secret, TENANT_LDAP_URL: 'ldap://other', TENANT_LDAP_NAME: 'Staff' }
  expect(readOptions(args, env).ldap).toMatchObject({ url: 'ldaps://directory', name: 'Staff' })
})

test('what is wrong with the directory is told by the name it was given under', () => {
  expect(() => readOptions(['--ldap-url', 'directory'], {})).toThrow('--ldap-url must be a URL')
  expect(() => readOptions([], { TENANT_LDAP_URL: 'x' })).toThrow('TENANT_LDAP_URL must be a URL')
  expect(() => readOptions(args, {})).toThrow('TENANT_LDAP_PASSWORD is missing')
})
