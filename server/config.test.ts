import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import { ConfigError, describeConfig, readConfig } from './config.ts'

const remote = {
  SAIL_BASE_URL: 'https://acme.api.identitynow.com',
  SAIL_CLIENT_ID: 'client',
  SAIL_CLIENT_SECRET: 'canary-secret',
}

function folder(dotenv?: string | Uint8Array): string {
  const path = mkdtempSync(join(tmpdir(), 'muster-config-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  if (dotenv !== undefined) writeFileSync(join(path, '.env'), dotenv)
  return path
}

const read = (env: Record<string, string>, dotenv?: string | Uint8Array) =>
  readConfig(env, folder(dotenv))

describe('the configuration', () => {
  test('has a default for everything', () => {
    const cwd = folder()

    expect(readConfig({}, cwd)).toEqual({
      port: 4300,
      host: '127.0.0.1',
      tenantPort: 4310,
      dataDir: join(cwd, 'data'),
      databaseUrl: '',
      seedIdentities: 400,
      rateLimit: 100,
      taskMs: 800,
      logLevel: 'warn',
      requestLog: '',
      remote: undefined,
    })
  })

  test('is read from the environment, then from .env', () => {
    const config = read(
      { PORT: '5000', HOST: '[::1]', LOG_LEVEL: 'INFO' },
      '# ours\n\nPORT=1\nexport TENANT_PORT=0\nDATA_DIR="/a b"\nTENANT_TASK_MS = 0\r\nOTHER=x',
    )

    expect(config).toMatchObject({
      port: 5000,
      host: '::1',
      logLevel: 'info',
      tenantPort: 0,
      dataDir: '/a b',
      taskMs: 0,
    })
  })

  test('takes an empty variable for one that is not set', () => {
    expect(read({ PORT: '', SAIL_BASE_URL: ' ' }, 'PORT=7000\nHOST=')).toMatchObject({
      port: 7000,
      host: '127.0.0.1',
      remote: undefined,
    })
  })

  test('names a tenant elsewhere with its client', () => {
    expect(read({ ...remote, SAIL_BASE_URL: 'https://acme.api.identitynow.com/' }).remote).toEqual({
      baseUrl: 'https://acme.api.identitynow.com',
      clientId: 'client',
      clientSecret: 'canary-secret',
    })
  })

  test.for(['http://127.0.0.1:4310', 'http://localhost:4310/', 'http://[::1]:4310'])(
    'allows %s, since nothing leaves the machine',
    (url) => {
      expect(read({ ...remote, SAIL_BASE_URL: url }).remote?.baseUrl).toBe(url.replace(/\/$/, ''))
    },
  )

  test.for([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['TENANT_PORT', '1e3'],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', '127.0.0.1:80'],
    ['TENANT_SEED_IDENTITIES', 'many'],
    ['TENANT_RATE_LIMIT', '-100'],
    ['TENANT_TASK_MS', '1s'],
    ['LOG_LEVEL', 'loud'],
    ['DATA_DIR', '/a\0b'],
    ['DATABASE_URL', 'mysql://user:canary@db/muster'],
    ['DATABASE_URL', 'postgres://user:canary/more@db/muster'],
    ['DATABASE_URL', 'postgres://user:12/canary@db/muster'],
    ['DATABASE_URL', 'postgres://user:12#canary@db/muster'],
    ['DATABASE_URL', 'postgres://user:12?canary@db/muster'],
    ['SAIL_BASE_URL', 'acme.api.identitynow.com'],
    ['SAIL_BASE_URL', 'ftp://acme.api.identitynow.com'],
    ['SAIL_BASE_URL', 'http://acme.api.identitynow.com'],
    ['SAIL_BASE_URL', 'http://127.0.0.1.evil.example'],
    ['SAIL_BASE_URL', 'https://user:canary@acme.api.identitynow.com'],
    ['SAIL_BASE_URL', 'https://acme.api.identitynow.com/?x=1'],
  ] as const)('refuses %s=%j in one sentence that names it', ([variable, value]) => {
    const message = refusal({ ...remote, [variable]: value })

    expect(message).toMatch(new RegExp(`^${variable} [^\\n]+\\.$`))
    expect(message).not.toContain('canary')
  })

  test.for([
    [['SAIL_BASE_URL'], 'SAIL_BASE_URL is missing'],
    [['SAIL_CLIENT_ID'], 'SAIL_CLIENT_ID is missing'],
    [['SAIL_CLIENT_SECRET'], 'SAIL_CLIENT_SECRET is missing'],
    [['SAIL_CLIENT_ID', 'SAIL_CLIENT_SECRET'], 'SAIL_CLIENT_ID and SAIL_CLIENT_SECRET are missing'],
  ] as const)('without %j of the three for a tenant is refused', ([absent, beginning]) => {
    const env = Object.fromEntries(absent.map((name) => [name, '']))

    expect(refusal({ ...remote, ...env })).toBe(
      `${beginning}: SAIL_BASE_URL, SAIL_CLIENT_ID and SAIL_CLIENT_SECRET go together.`,
    )
  })

  test.for([
    ['a line without a sign of equality', 'PORT=1\nHOST 127.0.0.1\n', 'line 2 is not NAME=value'],
    ['a name that is none', '1PORT=1', 'line 1 is not NAME=value'],
    ['a quote that is never closed', 'PORT=1\nDATA_DIR="/a\nHOST=x\n', 'the quote in line 2'],
    ['UTF-16', Buffer.from('\uFEFFPORT=1', 'utf16le'), 'it is not UTF-8 text'],
    ['no text', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'it is not UTF-8 text'],
  ] as const)('refuses a .env with %s', ([, dotenv, problem]) => {
    expect(refusal({}, dotenv)).toContain(`.env cannot be used: ${problem}`)
  })

  test('refuses a .env that cannot be read', () => {
    const cwd = folder()
    mkdirSync(join(cwd, '.env'))

    expect(() => readConfig({}, cwd)).toThrow(/\.env cannot be read: .*\.$/)
  })

  test('allows a value over several lines and a byte order mark', () => {
    const config = read({}, '\uFEFFPORT=5000\nNOTE="one\ntwo without a sign\n"\nHOST=localhost\n')

    expect(config).toMatchObject({ port: 5000, host: 'localhost' })
  })
})

test('a directory is read from the environment or from .env, and refused by its variable', () => {
  const dotenv = 'TENANT_LDAP_URL=ldaps://directory\nTENANT_LDAP_BASE_DN="dc=example,dc=org"\n'
  expect(read({}, dotenv).ldap).toMatchObject({
    baseDn: 'dc=example,dc=org',
    loginAttribute: 'uid',
  })
  expect(read({}).ldap).toBeUndefined()
  expect(refusal({ TENANT_LDAP_URL: 'http://directory' })).toMatch('TENANT_LDAP_URL must be a URL')
  expect(describeConfig()).toMatch('TENANT_LDAP_PASSWORD')
})

test('the help names every variable with its default', () => {
  const help = describeConfig()

  for (const variable of ['PORT', 'HOST', 'TENANT_PORT', 'DATA_DIR', 'DATABASE_URL']) {
    expect(help).toContain(`  ${variable} `)
  }
  expect(help).toMatch(/TENANT_SEED_IDENTITIES +400 /)
  expect(help).toMatch(/SAIL_CLIENT_SECRET +none /)
})

function refusal(env: Record<string, string>, dotenv?: string | Uint8Array): string {
  try {
    read(env, dotenv)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('The configuration was accepted')
}
