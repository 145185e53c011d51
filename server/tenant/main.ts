import { asStartError } from '../database/as-start-error.ts'
import { databaseName } from '../lib/database-url.ts'
import { DotenvError, withDotenv } from '../lib/dotenv.ts'
import { tooOld } from '../lib/node-version.ts'
import { Unusable } from '../lib/settings.ts'
import { StartError } from '../start-error.ts'
import { readOptions, usage, type TenantOptions } from './main-options.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const old = tooOld(process.versions.node)
  if (old) throw new StartError(old)
  const env = withDotenv(process.env, process.cwd())
  const options = readOptions(process.argv.slice(2), env)
  if (options.help) say(usage)
  else if (options.seedOnly) await fillOnly(options)
  else await serve(options)
} catch (error) {
  const known = [StartError, Unusable, DotenvError].some((kind) => error instanceof kind)
  if (!(known && error instanceof Error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

async function fillOnly({ accounts, seed, ...place }: TenantOptions): Promise<void> {
  // Only now: better-sqlite3 crashes on an old Node instead of saying what is wrong.
  const { databaseOf, fillDatabase } = await import('./seed/first-data.ts')
  const database = databaseOf(place)
  const filled = await fillDatabase({ database, identities: seed, accounts })
  const name = databaseName(database)
  if (!filled) {
    const other = place.databaseUrl ? 'database' : 'folder'
    throw new StartError(`The database ${name} holds data already: name another ${other}.`)
  }
  say(`${name} holds ${filled.identities} identities and ${filled.accounts} accounts`)
}

async function serve(options: TenantOptions): Promise<void> {
  const { databaseOf, fillDatabase } = await import('./seed/first-data.ts')
  const { closeOnSignal, listen } = await import('../listen.ts')
  const { readableLog } = await import('../log.ts')
  const { buildTenant } = await import('./app.ts')
  const { openRequestFile } = await import('./request-file.ts')
  const { accounts, host, ldap, log, port, portName, rateLimit, requestLog, seed, taskMs } = options

  const database = databaseOf(options)
  if (accounts !== undefined) await fillDatabase({ database, identities: seed, accounts })
  const onRequest = requestLog ? await openRequestFile(requestLog) : undefined
  const { app } = await asStartError(database, () =>
    buildTenant({
      database,
      seedIdentities: seed,
      rateLimit,
      taskMs,
      ldap,
      onRequest,
      logger: readableLog(log),
    }),
  )
  const url = await listen(app, { host, port, variable: portName })
  closeOnSignal([app])
  say(`Tenant listening at ${url}`)
}
