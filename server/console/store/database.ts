import type { Kysely } from 'kysely'

import { open } from '../../database/open.ts'
import type { Db as Connection } from '../../database/transaction.ts'
import * as views from './migrations/0001-views.ts'
import * as runs from './migrations/0002-runs.ts'
import * as notPersons from './migrations/0003-not-persons.ts'
import * as auditIdentity from './migrations/0004-audit-identity.ts'
import * as runTarget from './migrations/0005-run-target.ts'
import * as leases from './migrations/0006-leases.ts'
import type { Peers } from './peers.ts'
import type { ConsoleTables } from './schema.ts'

/** A connection, or a transaction on one: what every function of the store takes. */
export type Db = Connection<ConsoleTables>

/** Every migration by its name, in the order in which they are applied. */
const migrations = {
  '0001-views': views,
  '0002-runs': runs,
  '0003-not-persons': notPersons,
  '0004-audit-identity': auditIdentity,
  '0005-run-target': runTarget,
  '0006-leases': leases,
}

/**
 * Opens what the console keeps of its own. `where` is the URL of a PostgreSQL database, in which it
 * shares a schema with other consoles, a file or `:memory:`. Throws a `DatabaseUnusable` where
 * another process has the file open.
 */
export function openConsoleDatabase(
  where: string,
  onTrouble: (error: Error) => void = () => {},
  peers?: Pick<Peers, 'hear' | 'missed'>,
): Promise<Kysely<ConsoleTables>> {
  return open({
    where,
    migrations,
    name: 'muster-console',
    onTrouble,
    ownSchema: 'console',
    isShared: true,
    ...(peers && { onNotice: peers.hear, onHeldAgain: peers.missed }),
  })
}
