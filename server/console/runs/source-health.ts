import type { Selected } from './selection.ts'
import type { TenantCalls } from './tenant-calls.ts'

/** With whether their sources can be read; an operator who may not see sources lets the tenant tell. */
export async function healthOf(
  calls: Pick<TenantCalls, 'sourceHealth'>,
  items: Selected[],
): Promise<Selected[]> {
  const ids = new Set(items.flatMap(({ account }) => account?.sourceId || []))
  if (ids.size === 0) return items
  const health = await calls.sourceHealth([...ids])
  return items.map((item) => {
    if (!item.account) return item
    const sourceHealthy = health.get(item.account.sourceId)
    return { ...item, account: { ...item.account, sourceHealthy } }
  })
}
