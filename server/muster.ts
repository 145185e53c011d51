import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { FastifyInstance } from 'fastify'

import type { Config } from './config.ts'
import { buildConsole } from './console/app.ts'
import { DatabaseUnusable } from './database/unusable.ts'
import { indexPlace } from './index-place.ts'
import { dataFolder } from './lib/data-folder.ts'
import { isLoopback } from './lib/settings.ts'
import { closeOnSignal, listen } from './listen.ts'
import { readableLog } from './log.ts'
import { StartError } from './start-error.ts'

type Options = {
  /** Leaves the web application out: in development Vite serves it. */
  apiOnly: boolean
  say: (line: string) => void
}

const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** Starts the console, and the tenant that comes along where no other one is configured. */
export async function startMuster(config: Config, { apiOnly, say }: Options): Promise<void> {
  if (!apiOnly && !existsSync(`${dist}/index.html`)) {
    throw new StartError('The web application is not built yet: run "npm run build".')
  }
  const folder = dataFolder(config.dataDir)
  const { tenant, apps } = await tenantOf(config)
  const { host, port } = config
  const app = buildConsole({
    tenant,
    host,
    webRoot: apiOnly ? undefined : dist,
    logger: readableLog(config.logLevel),
    database: config.databaseUrl || join(folder, 'console.sqlite'),
    index: indexPlace({ folder, databaseUrl: config.databaseUrl }, tenant),
    // Of a real tenant the limit is known; what the embedded one keeps is set.
    rateLimit: tenant.embedded ? config.rateLimit : 100,
  })
  await opened(app)
  const url = await listen(app, { host, port, variable: 'PORT' })
  closeOnSignal([app, ...apps])

  if (!isLoopback(host)) {
    app.log.warn(`HOST is ${host}: whoever reaches this port acts with the console's credentials.`)
  }
  const kind = tenant.embedded ? 'embedded' : 'remote'
  say(`Tenant: ${kind}, ${tenant.baseUrl}`)
  say(`${apiOnly ? "Muster's API" : 'Muster'} is at ${url}`)
  await app.inject('/api/console/session') // tries the credentials; what fails is in the log
}

/** What keeps the console's databases from being opened is for whoever starts it. */
async function opened(app: FastifyInstance): Promise<void> {
  try {
    await app.ready()
  } catch (error) {
    throw error instanceof DatabaseUnusable ? new StartError(error.message) : error
  }
}

type Started = {
  tenant: Parameters<typeof buildConsole>[0]['tenant']
  /** What has to be closed after the console. */
  apps: FastifyInstance[]
}

async function tenantOf(config: Config): Promise<Started> {
  if (config.remote) return { tenant: { ...config.remote, embedded: false }, apps: [] }
  // Imported only here: with a tenant elsewhere no database is opened.
  const { embeddedClient, openEmbeddedTenant } = await import('./embedded-tenant.ts')
  const { app } = await openEmbeddedTenant(config)
  const place = { host: '127.0.0.1', port: config.tenantPort, variable: 'TENANT_PORT' }
  const baseUrl = await listen(app, place)
  return { tenant: { ...embeddedClient, baseUrl, embedded: true }, apps: [app] }
}
