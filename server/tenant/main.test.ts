import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import { openDatabase } from './store/database.ts'

const main = join(import.meta.dirname, 'main.ts')

/** A process of the tenant in a folder of its own, with what it wrote. */
function startMain(args: string[], env: Record<string, string> = {}, dotenv?: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'muster-tenant-'))
  if (dotenv !== undefined) writeFileSync(join(cwd, '.env'), dotenv)
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
  })
  const exited = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
    rmSync(cwd, { recursive: true, force: true })
  })
  const written = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text))

  return {
    cwd,
    written,
    exitCode: async () => (await exited)[0],
    url: async () => {
      const line = /^Tenant listening at (http:\/\/127\.0\.0\.1:\d+)\n$/
      const isOver = () => line.test(written.out) || child.exitCode !== null
      await expect.poll(isOver, { timeout: 20_000 }).toBe(true)
      expect(written.out, written.err).toMatch(line)
      return line.exec(written.out)?.[1] ?? ''
    },
  }
}

const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-tenant-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function accountsIn(folder: string): Promise<number> {
  const db = await openDatabase(join(folder, 'tenant.sqlite'))
  const rows = await db.selectFrom('account').select('id').execute()
  await db.destroy()
  return rows.length
}

test('the tenant says where it listens, and answers there', async () => {
  const process = startMain(['--port', '0', '--seed', '3'])

  const url = await process.url()

  expect((await fetch(`${url}/v2024/accounts`)).status).toBe(401)
  expect(process.written.err).toBe('')
})

test('a flag goes before its variable', async () => {
  const data = temporaryFolder()
  const process = startMain(['--seed-only', '--seed', '2', '--data', data], {
    TENANT_SEED_IDENTITIES: '50',
    DATA_DIR: '/proc/nowhere',
  })

  expect(await process.exitCode()).toBe(0)
  expect(process.written.out).toContain('holds 5 identities and ')
})

test('the file .env gives what neither a flag nor the environment does', async () => {
  const data = temporaryFolder()
  const dotenv = `DATA_DIR=${data}\nTENANT_SEED_IDENTITIES=50\nTENANT_PORT=x\n`
  const process = startMain(['--seed-only', '--port', '0'], { TENANT_SEED_IDENTITIES: '2' }, dotenv)

  expect(await process.exitCode()).toBe(0)
  expect(process.written.out).toContain(`${data}/tenant.sqlite holds 5 identities and `)
})

describe('--seed-only', () => {
  test('fills an empty database with about as many accounts as asked for, and stops', async () => {
    const data = temporaryFolder()
    const process = startMain(['--seed-only', '--accounts', '500', '--data', data])

    expect(await process.exitCode()).toBe(0)

    const accounts = await accountsIn(data)
    expect(accounts).toBeGreaterThan(450)
    expect(accounts).toBeLessThan(600)
    expect(process.written.out).toBe(
      `${data}/tenant.sqlite holds 103 identities and ${accounts} accounts\n`,
    )
  })

  test('refuses a database that holds data, and leaves it as it was', async () => {
    const data = temporaryFolder()
    await startMain(['--seed-only', '--seed', '2', '--data', data]).exitCode()
    const before = await accountsIn(data)
    const second = startMain(['--seed-only', '--seed', '9', '--data', data])

    expect(await second.exitCode()).toBe(1)

    expect(second.written.err).toBe(
      `The database ${data}/tenant.sqlite holds data already: name another folder.\n`,
    )
    expect(before).toBeGreaterThan(0)
    expect(await accountsIn(data)).toBe(before)
  })
})

describe('the tenant does not start, and says why in one sentence,', () => {
  const refusal = async (args: string[], env?: Record<string, string>) => {
    const process = startMain(args, env)
    expect(await process.exitCode()).toBe(1)
    expect(process.written.out).toBe('')
    expect(process.written.err.trim().split('\n')).toHaveLength(1)
    return process.written.err.trim()
  }

  test.for([
    [['--port', '70000'], {}, '--port must be a whole number from 0 to 65535, not "70000".'],
    [[], { TENANT_PORT: 'x' }, 'TENANT_PORT must be a whole number from 0 to 65535, not "x".'],
    [['--seed', ''], {}, '--seed must be a whole number from 0 to 1000000, not "".'],
    [['--accounts=-1'], {}, '--accounts must be a whole number from 0 to 5000000, not "-1".'],
    [['--task-ms', '1.5'], {}, '--task-ms must be a whole number from 0 to 3600000, not "1.5".'],
    [['--frobnicate'], {}, "Unknown option '--frobnicate': see --help."],
    [['here'], {}, /^Unexpected argument 'here'.*: see --help\.$/],
    [['--port'], {}, /^Option '--port <value>' argument missing: see --help\.$/],
  ] as const)('with %j and %j', async ([args, env, message]) => {
    expect(await refusal([...args], env)).toMatch(message)
  })

  test('with a .env that cannot be read', async () => {
    const process = startMain([], {}, 'TENANT_PORT\n')
    expect(await process.exitCode()).toBe(1)
    expect(process.written.err).toMatch(/^The file \S+\.env cannot be used: line 1 [^\n]+\.\n$/)
  })

  test('with a port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => {
      other.close()
    })
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''

    expect(await refusal(['--port', port, '--seed', '0'])).toBe(
      `--port ${port} is in use: stop what listens there, or set --port to another.`,
    )
  })

  test.for([['--seed-only'], ['--port', '0']])('with a read-only folder and %j', async (args) => {
    // /proc takes no files from anybody, root included.
    expect(await refusal([...args, '--data', '/proc/muster'])).toMatch(
      /^The data folder \/proc\/muster cannot be written to: [^\n]+\.$/,
    )
  })

  test('with a file in the place of the folder', async () => {
    expect(await refusal(['--data', main])).toMatch(
      /^The data folder \S+main\.ts cannot be written to: ENOTDIR: not a directory\.$/,
    )
  })

  test.for([['--seed-only'], ['--port', '0']])(
    'with a database that is none and %j',
    async (args) => {
      const data = temporaryFolder()
      writeFileSync(join(data, 'tenant.sqlite'), 'x'.repeat(10_000))

      expect(await refusal([...args, '--data', data])).toBe(
        `The database ${data}/tenant.sqlite cannot be used: file is not a database.`,
      )
    },
  )
})

test('--help lists the options and starts nothing', async () => {
  const process = startMain(['--help'])

  expect(await process.exitCode()).toBe(0)
  expect(process.written.out).toMatch(/^Usage: npm run tenant/)
  expect(process.written.out).toContain('--rate-limit')
})
