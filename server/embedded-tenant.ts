import type { Config } from './config.ts'
import { readableLog } from './log.ts'
import { buildTenant } from './tenant/app.ts'
import { asStartError, databaseIn } from './tenant/seed/first-data.ts'

/** The client that the console acts as at the tenant it brings along. The README names it too. */
export const embeddedClient = { clientId: 'demo-admin', clientSecret: 'demo-admin-secret' }

/** Opens the tenant's database, filled with its first data set where it is new. */
export async function openEmbeddedTenant(config: Config) {
  const { dataDir, seedIdentities, rateLimit, taskMs, logLevel } = config
  const database = databaseIn(dataDir)
  const logger = readableLog(logLevel)
  return asStartError(database, () =>
    buildTenant({ database, seedIdentities, rateLimit, taskMs, logger }),
  )
}
