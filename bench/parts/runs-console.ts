import { fileURLToPath } from 'node:url'

import { buildConsole } from '../../server/console/app.ts'
import { embeddedClient } from '../../server/embedded-tenant.ts'
import { readableLog } from '../../server/log.ts'

/** A console that keeps runs, in a process of its own: address of the tenant, database, limit. */
const [baseUrl = '', database = '', limit = '0'] = process.argv.slice(2)
const app = buildConsole({
  tenant: { ...embeddedClient, baseUrl, embedded: true },
  webRoot: fileURLToPath(new URL('../../dist', import.meta.url)),
  rateLimit: Number(limit),
  database,
  logger: readableLog('warn'),
})
await app.listen({ port: 0, host: '127.0.0.1' })
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)))
console.log(`is at ${app.listeningOrigin}`)
