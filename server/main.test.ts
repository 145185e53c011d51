import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import { json, SECRET, startUpstream } from './console/testing/upstream-server.ts'

const main = join(import.meta.dirname, 'main.ts')

/** A process of the server in a folder of its own, with what it wrote. */
function startMain(env: Record<string, string>, args = ['--api-only']) {
  const cwd = mkdtempSync(join(tmpdir(), 'muster-main-'))
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      TENANT_PORT: '0',
      TENANT_SEED_IDENTITIES: '5',
      ...env,
    },
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
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    exitCode: async () => (await exited)[0],
    /** The address in the last line, once it is there. */
    url: async () => {
      const line = /is at (\S+)\n$/
      const isOver = () => line.test(written.out) || child.exitCode !== null
      await expect.poll(isOver, { timeout: 20_000 }).toBe(true)
      expect(written.out, written.err).toMatch(line)
      return line.exec(written.out)?.[1] ?? ''
    },
  }
}

const remote = (baseUrl: string) => ({
  SAIL_BASE_URL: baseUrl,
  SAIL_CLIENT_ID: 'client',
  SAIL_CLIENT_SECRET: SECRET,
})

describe('with its own tenant, Muster', () => {
  test('says where it is and which tenant it has, and nothing else', async () => {
    const process = startMain({})

    const url = await process.url()

    expect(process.written.out).toMatch(
      /^Tenant: embedded, http:\/\/127\.0\.0\.1:\d+\nMuster's API is at http:\/\/127\.0\.0\.1:\d+\n$/,
    )
    const session = await (await fetch(`${url}/api/console/session`)).json()
    expect(session).toMatchObject({
      tenant: { name: 'Embedded tenant', embedded: true },
      operator: { userLevels: expect.arrayContaining(['ORG_ADMIN']) },
    })
    expect(process.written.err).toBe('')
  })

  test.for(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', async (signal) => {
    const process = startMain({})
    await process.url()

    process.kill(signal)

    expect(await process.exitCode()).toBe(0)
    expect(process.written.err).toBe('')
  })

  test('keeps its data in DATA_DIR', async () => {
    const process = startMain({ DATA_DIR: 'here/deep' })
    const url = await process.url()

    // The address is said before the tenant is first asked.
    const tenant = async () => (await (await fetch(`${url}/healthz`)).json()).tenant
    await expect.poll(tenant).toBe('ok')
    expect(existsSync(join(process.cwd, 'here/deep/tenant.sqlite'))).toBe(true)
  })
})

describe('with a tenant elsewhere, Muster', () => {
  test('starts none of its own and acts as the client that is named', async () => {
    const upstream = await startUpstream()
    const process = startMain(remote(upstream.url))

    const url = await process.url()

    expect(process.written.out).toContain(`Tenant: remote, ${upstream.url}\n`)
    expect((await fetch(`${url}/api/v2024/accounts`)).status).toBe(200)
    expect(process.written.err).toBe('')
  })

  test('keeps its index in DATA_DIR, and makes one that is damaged anew', async () => {
    const upstream = await startUpstream()
    const folder = mkdtempSync(join(tmpdir(), 'muster-data-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const isIndex = (name: string) => /^index-127\.0\.0\.1-\d+-[0-9a-f]{8}\.sqlite$/.test(name)
    const index = async (url: string) => (await (await fetch(`${url}/healthz`)).json()).index
    const first = startMain({ ...remote(upstream.url), DATA_DIR: folder })
    const url = await first.url()
    await expect.poll(async () => (await index(url)).complete, { timeout: 10_000 }).toBe(true)
    first.kill('SIGTERM')
    await first.exitCode()
    const name = readdirSync(folder).find(isIndex) ?? ''
    writeFileSync(join(folder, name), 'x'.repeat(10_000))

    const second = startMain({ ...remote(upstream.url), DATA_DIR: folder })
    const again = await second.url()

    await expect.poll(async () => (await index(again)).complete, { timeout: 10_000 }).toBe(true)
    expect(second.written.err).toMatch(
      /WARN +The index \S+ is made anew: file is not a database\.\n$/,
    )
  })

  test('that refuses the credentials starts all the same and says so once', async () => {
    const upstream = await startUpstream({
      token: (_request, response) => json(response, 401, { error: 'unauthorized' }),
    })
    const process = startMain(remote(upstream.url))

    const url = await process.url()
    const answer = await fetch(`${url}/api/console/session`)

    expect(answer.status).toBe(502)
    await expect.poll(() => process.written.err).toMatch(/refused the console's credentials: .*\n$/)
    expect(process.written.err.trim().split('\n')).toHaveLength(1)
    expect(process.written.out + process.written.err).not.toContain(SECRET)
  })

  test('that cannot be reached starts all the same, and works once it can be', async () => {
    const upstream = await startUpstream()
    await upstream.stop()
    const process = startMain(remote(upstream.url))
    const url = await process.url()
    await expect.poll(() => process.written.err).toMatch(/cannot be reached, .*refused: .*\n$/)

    await upstream.restart()

    await expect
      .poll(async () => (await fetch(`${url}/api/v2024/accounts`)).status, { timeout: 10_000 })
      .toBe(200)
    expect(process.written.err).toMatch(/answers again\.\n$/)
  })
})

describe('Muster does not start, and says why in one sentence,', () => {
  const refusal = async (env: Record<string, string>, args?: string[]) => {
    const process = startMain(env, args)
    expect(await process.exitCode()).toBe(1)
    expect(process.written.out).toBe('')
    expect(process.written.err.trim().split('\n')).toHaveLength(1)
    return process.written.err.trim()
  }

  test('with a wrong value', async () => {
    expect(await refusal({ PORT: 'x' })).toBe(
      'PORT must be a whole number from 0 to 65535, not "x".',
    )
  })

  test.for(['PORT', 'TENANT_PORT'])('with a %s that is in use', async (variable) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => {
      other.close()
    })
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''

    const message = await refusal({ [variable]: port })

    expect(message).toBe(
      `${variable} ${port} is in use: stop what listens there, or set ${variable} to another.`,
    )
  })

  test('with a data folder that cannot be one', async () => {
    expect(await refusal({ DATA_DIR: `${main}/data` })).toMatch(
      /^The data folder \S+main\.ts\/data cannot be written to: ENOTDIR: not a directory\.$/,
    )
  })

  test('with a data folder on a read-only file system', async () => {
    // /sys takes no folders from anybody, root included.
    expect(await refusal({ DATA_DIR: '/sys/muster' })).toMatch(
      /^The data folder \/sys\/muster cannot be written to: [^\n]+\.$/,
    )
  })

  test('with a data folder that another one works in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-data-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const upstream = await startUpstream()
    const first = startMain({ ...remote(upstream.url), DATA_DIR: folder })
    await first.url()

    expect(await refusal({ ...remote(upstream.url), DATA_DIR: folder })).toMatch(
      /^The database \S+\.sqlite is in use by another process: stop that, or name another folder\.$/,
    )
  })

  test('with a database that is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-data-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'tenant.sqlite'), 'x'.repeat(10_000))

    expect(await refusal({ DATA_DIR: folder })).toBe(
      `The database ${folder}/tenant.sqlite cannot be used: file is not a database.`,
    )
  })
})

test('--help lists the variables and starts nothing', async () => {
  const process = startMain({ PORT: 'x' }, ['--help'])

  expect(await process.exitCode()).toBe(0)
  expect(process.written.out).toMatch(/^Usage: npm start/)
  expect(process.written.out).toContain('SAIL_CLIENT_SECRET')
})
