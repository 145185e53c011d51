import type { AccountMemory } from '../memory/account-memory.ts'
import type { IndexDb } from '../store/database.ts'

/**
 * How many accounts each of the identities has. An uncorrelated account names an identity too, a
 * hidden one of its own (isc-facts §6): it is nobody's.
 */
export async function accountCounts(
  db: IndexDb,
  memory: AccountMemory,
  identityIds: string[],
): Promise<Map<string, number>> {
  const counts = new Map(identityIds.map((id) => [id, 0]))
  if (identityIds.length === 0) return counts
  const rows = await db
    .selectFrom('account')
    .select(['ord', 'identity_id'])
    .where('identity_id', 'in', identityIds)
    .execute()
  for (const { ord, identity_id: id } of rows) {
    if (memory.live.has(ord) && !memory.flags.uncorrelated.has(ord)) {
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}
