import type { Config } from './config.ts'
import { asStartError } from './database/as-start-error.ts'
import { DatabaseInUse } from './database/unusable.ts'
import { isPostgresUrl } from './lib/database-url.ts'
import { readableLog } from './log.ts'
import { buildTenant } from './tenant/app.ts'
import { openRequestFile } from './tenant/request-file.ts'
import { databaseOf } from './tenant/seed/first-data.ts'

/** The client that the console acts as at the tenant it brings along. The README names it too. */
export const embeddedClient = { clientId: 'demo-admin', clientSecret: 'demo-admin-secret' }

/** Opens the tenant's database, filled with its first data set where it is new. */
export async function openEmbeddedTenant(config: Config) {
  const { dataDir, databaseUrl, ldap, seedIdentities, rateLimit, taskMs, logLevel } = config
  const onRequest = config.requestLog ? await openRequestFile(config.requestLog) : undefined
  const database = databaseOf({ data: dataDir, databaseUrl })
  const logger = readableLog(logLevel)
  return asStartError(database, () =>
    buildTenant({ database, seedIdentities, rateLimit, taskMs, ldap, logger, onRequest }).catch(
      (error: unknown) => {
        if (!(error instanceof DatabaseInUse) || !isPostgresUrl(database)) throw error
        throw new DatabaseInUse(`${error.message} ${toShare}`)
      },
    ),
  )
}

const toShare =
  'For several consoles on it, start the tenant by itself with "npm run tenant" and name it to each with SAIL_BASE_URL.'
