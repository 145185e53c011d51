import { useQuery } from '@tanstack/react-query'

import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { formatCount } from '#lib/numbers.ts'
import { NoValue } from '#ui/cells.tsx'

import { entitlementCountQuery } from './entitlement-queries.ts'

/** One small call for each account that has any: a person's accounts are few. */
export function EntitlementCount({ account: { id, hasEntitlements } }: { account: Account }) {
  const count = useQuery({ ...entitlementCountQuery(id), enabled: hasEntitlements })
  if (!hasEntitlements) return formatCount(0)
  if (count.data !== undefined) return formatCount(count.data)
  // Until it is counted, and where it may not be counted, what the account itself says.
  return count.isError ? t.yes : <NoValue label={t.loading} />
}
