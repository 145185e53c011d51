import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import { lastingDatabase, onPostgres } from './testing/database.ts'

const servers = { tenant: 'tenant/main.ts', muster: 'main.ts' }

/** Runs a server to its end. */
function run(server: keyof typeof servers, args: string[], env: Record<string, string> = {}) {
  const cwd = mkdtempSync(join(tmpdir(), 'muster-run-'))
  onTestFinished(() => rmSync(cwd, { recursive: true }))
  const main = join(import.meta.dirname, '..', servers[server])
  const { PATH = '' } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    env: { PATH, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { status, stdout, stderr }
}

const nowhere = 'postgres://muster:canary@127.0.0.1:1/accounts'
const sentence =
  'The database accounts on 127.0.0.1:1 cannot be used: connect ECONNREFUSED 127.0.0.1:1.\n'

test.for([
  ['tenant', ['--database', nowhere], {}],
  ['tenant', ['--seed-only'], { DATABASE_URL: nowhere }],
  ['muster', ['--api-only'], { DATABASE_URL: nowhere }],
] as const)('%s with %j and %j says what is wrong with the database', ([server, args, env]) => {
  expect(run(server, [...args], { ...env })).toEqual({ status: 1, stdout: '', stderr: sentence })
})

test.for([
  ['tenant', ['--database', 'mysql://muster:canary@db/x'], {}, '--database must be a URL like'],
  ['tenant', [], { DATABASE_URL: 'postgres://a:b#canary@db/x' }, 'DATABASE_URL is not a URL:'],
  ['muster', [], { DATABASE_URL: 'postgres://a:b#canary@db/x' }, 'DATABASE_URL is not a URL:'],
] as const)(
  '%s with %j and %j refuses the URL and does not repeat it',
  ([server, args, env, why]) => {
    const { status, stderr } = run(server, [...args], { ...env })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^[^\n]+\.\n$/)
    expect(stderr).toContain(why)
    expect(stderr).not.toContain('canary')
  },
)

test('a data folder that is named counts for more than the variable', () => {
  const { status, stdout } = run('tenant', ['--seed-only', '--seed', '2', '--data', 'here'], {
    DATABASE_URL: nowhere,
  })
  expect(stdout).toMatch(/here\/tenant\.sqlite holds 5 identities/)
  expect(status).toBe(0)
})

describe.runIf(onPostgres)('on a server', () => {
  test('an empty database is filled, and one that holds data is left alone', async () => {
    const where = await lastingDatabase()
    const args = ['--seed-only', '--seed', '2', '--database', where]
    const { host, password, pathname } = new URL(where)
    const name = `${pathname.slice(1)} on ${host}`

    const first = run('tenant', args)
    const second = run('tenant', args)

    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout).toMatch(new RegExp(`^${name} holds 5 identities and \\d+ accounts\n$`))
    expect(second).toEqual({
      status: 1,
      stdout: '',
      stderr: `The database ${name} holds data already: name another database.\n`,
    })
    if (password) expect(first.stdout + second.stderr).not.toContain(password)
  })
})
