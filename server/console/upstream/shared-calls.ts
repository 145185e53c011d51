import { hash } from 'node:crypto'

import { gather } from '../../lib/gather.ts'
import { blockCalls, takeCalls, type AskedCall } from '../store/call-budget.ts'
import type { Db } from '../store/database.ts'
import { WINDOW_MS, type SharedCalls } from './budget.ts'
import type { Tenant } from './describe.ts'

type Log = { error: (error: unknown) => void }

/**
 * Lets consoles on one database keep a tenant's limit together. The tenant counts by client. While the
 * database fails each console keeps the limit by itself: reading goes on, and the tenant turns away
 * what is too much.
 */
export function sharedCalls(db: Db, { baseUrl, clientId }: Tenant, log: Log): SharedCalls {
  const id = hash('sha256', JSON.stringify([baseUrl, clientId]))
  let hasFailed = false

  const take = gather<AskedCall, number>((asked) => takeCalls(db, id, asked, WINDOW_MS))

  function failed(error: unknown): number {
    if (!hasFailed) log.error(error)
    hasFailed = true
    return 0
  }

  return {
    take: (most, priority) =>
      take({ most, isPatient: priority === 'background' }).then((wait) => {
        hasFailed = false
        return wait
      }, failed),
    blocked: (ms) => void blockCalls(db, id, ms).catch(failed),
  }
}
