import { AndFilter, EqualityFilter, FilterParser, OrFilter, type Entry } from 'ldapts'

import type { LdapSettings } from '../../../../lib/ldap-settings.ts'
import type { FoundEntitlement } from '../connector.ts'
import type { Session } from './session.ts'
import { dnKey, firstOf, valuesOf } from './values.ts'

/** The attribute under which an account names its groups. */
export const GROUPS = 'groups'

type Holder = { dn: string; login: string; memberOf: string[] }
export type Memberships = ReturnType<typeof createMemberships>

/** Which groups name whom as a member; accounts may also name their groups themselves. */
export function createMemberships() {
  const groups: string[] = []
  const byMember = new Map<string, number[]>()

  function add(group: Entry): void {
    const index = groups.push(group.dn) - 1
    for (const member of new Set(membersOf(group))) {
      const list = byMember.get(member)
      if (list) list.push(index)
      else byMember.set(member, [index])
    }
  }

  function of({ dn, login, memberOf }: Holder): string[] {
    const indexes = [...(byMember.get(dnKey(dn)) ?? []), ...(byMember.get(loginKey(login)) ?? [])]
    return distinct([...indexes.map((index) => groups[index] ?? ''), ...memberOf])
  }

  return { add, of }
}

const loginKey = (login: string) => `login ${login}`

/** POSIX groups name their members by login, the others by entry. */
const membersOf = (group: Entry) => [
  ...[...valuesOf(group, 'member'), ...valuesOf(group, 'uniqueMember')].map(dnKey),
  ...valuesOf(group, 'memberUid').map(loginKey),
]

const memberAttributes = ['member', 'uniqueMember', 'memberUid']

/** Reads all groups, adds them to the memberships and yields them page by page. */
export async function* readGroups(
  session: Session,
  { baseDn, groupFilter }: LdapSettings,
  memberships: Memberships,
): AsyncGenerator<FoundEntitlement[]> {
  const attributes = ['cn', 'description', ...memberAttributes]
  for await (const { entries } of session.search(baseDn, { filter: groupFilter, attributes })) {
    entries.forEach(memberships.add)
    yield entries.map((entry) => ({
      attribute: GROUPS,
      value: entry.dn,
      name: firstOf(entry, 'cn') || entry.dn,
      description: firstOf(entry, 'description') || null,
    }))
  }
}

/** The groups of one account. */
export async function groupsOf(
  session: Session,
  { baseDn, groupFilter }: LdapSettings,
  { dn, login, memberOf }: Holder,
): Promise<string[]> {
  const asMember = new OrFilter({
    filters: [
      new EqualityFilter({ attribute: 'member', value: dn }),
      new EqualityFilter({ attribute: 'uniqueMember', value: dn }),
      new EqualityFilter({ attribute: 'memberUid', value: login }),
    ],
  })
  const filter = new AndFilter({ filters: [FilterParser.parseString(groupFilter), asMember] })
  const found: string[] = []
  for await (const { entries } of session.search(baseDn, { filter, attributes: ['cn'] })) {
    found.push(...entries.map((entry) => entry.dn))
  }
  return distinct([...found, ...memberOf])
}

function distinct(dns: string[]): string[] {
  return [...new Map(dns.map((dn) => [dnKey(dn), dn])).values()].toSorted()
}
