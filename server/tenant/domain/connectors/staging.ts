import type { Db } from '../../store/database.ts'
import { describeEntitlements } from '../../store/entitlements.ts'
import type { SourceRow } from '../../store/sources.ts'
import { stageTargets } from '../../store/targets.ts'
import { inTransaction } from '../../store/transaction.ts'
import type { Connector } from './connector.ts'

/**
 * Puts all that a remote system holds under `targetId` and resolves to its notices. `onPage` is told
 * after each page how many accounts have been read.
 */
export async function stageAll(
  db: Db,
  connector: Connector,
  source: SourceRow,
  targetId: string,
  onPage: (count: number) => Promise<void>,
): Promise<string[]> {
  const notices: string[] = []
  let count = 0
  for await (const { accounts = [], entitlements = [], notice } of connector.read()) {
    if (notice) notices.push(notice)
    await inTransaction(db, async (trx) => {
      await describeEntitlements(trx, source.id, entitlements)
      await stageTargets(
        trx,
        accounts.map((account) => ({ ...account, source_id: targetId })),
      )
    })
    count += accounts.length
    await onPage(count)
  }
  return notices
}
