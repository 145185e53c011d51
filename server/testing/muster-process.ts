import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

import { onTestFinished } from 'vitest'

import { embeddedClient } from '../embedded-tenant.ts'
import { isPostgresUrl } from '../lib/database-url.ts'
import { tempFolder } from './indexed.ts'
import { runClient } from './runs-stage.ts'

/** Muster as a process of its own, with a tenant elsewhere. */
export async function startMuster(tenantUrl: string, database: string) {
  const folder = isPostgresUrl(database) ? tempFolder() : dirname(database)
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'main.ts'), '--api-only'],
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
