import { tooOld } from '../lib/node-version.ts'
import { Unusable } from '../lib/settings.ts'
import { StartError } from '../start-error.ts'
import { readOptions, usage, type TenantOptions } from './main-options.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const old = tooOld(process.versions.node)
  if (old) throw new StartError(old)
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) say(usage)
  else if (options.seedOnly) await fillOnly(options)
  else await serve(options)
} catch (error) {
  if (!(error instanceof StartError || error instanceof Unusable)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

async function fillOnly({ accounts, data, seed }: TenantOptions): Promise<void> {
  // Only now: better-sqlite3 crashes on an old Node instead of saying what is wrong.
  const { databaseIn, fillDatabase } = await import('./seed/first-data.ts')
  const filled = await fillDatabase({ data, identities: seed, accounts })
  const path = databaseIn(data)
  if (!filled) throw new StartError(`The database ${path} holds data already: name another folder.`)
  say(`${path} holds ${filled.identities} identities and ${filled.accounts} accounts`)
}

async function serve(options: TenantOptions): Promise<void> {
  const { asStartError, databaseIn, fillDatabase } = await import('./seed/first-data.ts')
  const { closeOnSignal, listen } = await import('../listen.ts')
  const { readableLog } = await import('../log.ts')
  const { buildTenant } = await import('./app.ts')
  const { accounts, data, host, port, portName, rateLimit, seed, taskMs } = options

  const database = databaseIn(data)
  if (accounts !== undefined) await fillDatabase({ data, identities: seed, accounts })
  const { app } = await asStartError(database, () =>
    buildTenant({
      database,
      seedIdentities: seed,
      rateLimit,
      taskMs,
      logger: readableLog(process.env.LOG_LEVEL?.trim() || 'warn'),
    }),
  )
  const url = await listen(app, { host, port, variable: portName })
  closeOnSignal([app])
  say(`Tenant listening at ${url}`)
}
