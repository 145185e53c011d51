import type { Account } from '#api/client.ts'
import { parseTime } from '#lib/dates.ts'

/**
 * Attributes in which sources keep the time of the last password change; an account has no field
 * for it (isc-facts §8.2). Active Directory gives both of the first two.
 */
const names = [
  'pwdLastSet',
  'passwordLastSet',
  'lastPasswordChangeDateTime',
  'lastPasswordChange',
  'lastPasswordChangeDate',
  'passwordLastChanged',
  'passwordChanged',
  'pwdChangedTime',
]
const known = new Map(names.map((name, rank) => [name.toLowerCase(), rank]))

/** When the password was last changed, as ISO 8601, as far as the source tells. */
export function passwordChanged({ attributes }: Pick<Account, 'attributes'>): string | undefined {
  return Object.entries(attributes ?? {})
    .flatMap(([name, value]) => {
      const rank = known.get(name.toLowerCase())
      const time = parseTime(value)
      return rank !== undefined && time ? { rank, time } : []
    })
    .toSorted((a, b) => a.rank - b.rank)[0]
    ?.time.toISOString()
}
