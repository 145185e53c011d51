import type { Entry } from 'ldapts'

import type { LdapSettings } from '../../../../lib/ldap-settings.ts'
import type { Connector, FoundAccount } from '../connector.ts'
import { createMemberships, GROUPS, groupsOf, readGroups } from './memberships.ts'
import { accountAttributes } from './schema.ts'
import { openSession, usualTimeouts, type Timeouts } from './session.ts'
import { changesTo, stateAttributes, stateOf } from './state.ts'
import { firstOf, valuesOf } from './values.ts'

/** A directory that speaks LDAP: OpenLDAP with its password policy, or Active Directory. */
export function ldapConnector(
  settings: LdapSettings,
  timeouts: Timeouts = usualTimeouts,
): Connector {
  const session = openSession(settings, timeouts)
  const search = {
    filter: settings.userFilter,
    attributes: [
      ...new Set([...accountAttributes, settings.loginAttribute, 'memberOf', ...stateAttributes]),
    ],
  }
  const state = { filter: settings.userFilter, attributes: stateAttributes }
  const holder = (entry: Entry) => ({
    dn: entry.dn,
    login: firstOf(entry, settings.loginAttribute),
    memberOf: valuesOf(entry, 'memberOf'),
  })

  async function account(dn: string): Promise<FoundAccount | undefined> {
    const entry = await session.entry(dn, search)
    return entry && toAccount(entry, await groupsOf(session, settings, holder(entry)), settings)
  }

  return {
    remote: true,
    async *read() {
      const memberships = createMemberships()
      for await (const entitlements of readGroups(session, settings, memberships)) {
        yield { entitlements }
      }
      const elsewhere = new Set<string>()
      for await (const { entries, references } of session.search(settings.baseDn, search)) {
        for (const reference of references) elsewhere.add(reference)
        yield {
          accounts: entries.map((entry) =>
            toAccount(entry, memberships.of(holder(entry)), settings),
          ),
        }
      }
      if (elsewhere.size > 0) yield { notice: noticeOf(settings.name, [...elsewhere]) }
    },
    account,
    async change(dn, wanted) {
      const before = await session.entry(dn, state)
      if (!before) return undefined
      const changes = changesTo(before, wanted)
      if (changes.length === 0) return stateOf(before)
      await session.modify(dn, changes)
      const after = await session.entry(dn, state)
      return after && stateOf(after)
    },
    close: session.close,
  }
}

/** Binary values are left out: a record is text, and nobody can compare a picture in a table. */
function toAccount(entry: Entry, groups: string[], { loginAttribute }: LdapSettings): FoundAccount {
  const attributes: Record<string, unknown> = { dn: entry.dn, [GROUPS]: groups }
  const name = firstOf(entry, loginAttribute)
  // An account has one name, whatever else the directory calls it by.
  const left = ['dn', 'memberOf', loginAttribute, ...stateAttributes].map(keyOf)
  for (const key of Object.keys(entry).toSorted()) {
    const values = valuesOf(entry, key)
    if (values.length === 0 || left.includes(keyOf(key))) continue
    attributes[key] = values.length === 1 ? values[0] : values
  }
  if (name) attributes[loginAttribute] = name
  return {
    native_identity: entry.dn,
    ...stateOf(entry),
    attributes: JSON.stringify(attributes),
  }
}

const keyOf = (attribute: string) => attribute.toLowerCase()

const noticeOf = (name: string, references: string[]) =>
  `${name} keeps parts of its tree on other servers, which were not read: ${references.slice(0, 5).join(', ')}.`
