import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

import { onTestFinished } from 'vitest'

import { embeddedClient } from '../embedded-tenant.ts'
import { isPostgresUrl } from '../lib/database-url.ts'
import { tempFolder } from './indexed.ts'
import { runClient } from './runs-stage.ts'

const DAY_MS = 86_400_000

/** Sets the clock of its process a day ahead at the first signal, and two days back at the next. */
export const jumpingClock = `
const now = Date.now
const shifts = [${DAY_MS}, ${-DAY_MS}]
let shift = 0
Date.now = () => now() + shift
process.on('SIGUSR2', () => { shift = shifts.shift() ?? shift })`

/** Muster as a process of its own, with a tenant elsewhere. `before` is code that it runs first. */
export async function startMuster(tenantUrl: string, database: string, before = '') {
  const folder = isPostgresUrl(database) ? tempFolder() : dirname(database)
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(before)}`,
      join(import.meta.dirname, '..', 'main.ts'),
      '--api-only',
    ],
    {
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        DATA_DIR: folder,
        DATABASE_URL: isPostgresUrl(database) ? database : '',
        SAIL_BASE_URL: tenantUrl,
        SAIL_CLIENT_ID: embeddedClient.clientId,
        SAIL_CLIENT_SECRET: embeddedClient.clientSecret,
      },
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  for await (const line of createInterface(child.stdout)) {
    const found = /is at (\S+)$/.exec(line)?.[1]
    if (found) return { kill, pid: child.pid ?? 0, folder, ...runClient(found) }
  }
  throw new Error('Muster did not say where it is')
}
