import { FilterParser } from 'ldapts'

import { keyOf } from '../../lib/filter/key.ts'
import type { LdapSettings } from '../../lib/ldap-settings.ts'
import { StartError } from '../../start-error.ts'
import type { Db } from '../store/database.ts'
import type { SourceTable } from '../store/schema.ts'
import { settingOf, storedSetting } from '../store/settings.ts'
import { putSource, setSourceHealth, sourceNamed } from '../store/sources.ts'
import { inTransaction } from '../store/transaction.ts'
import { SourceFailed, type Connector } from './connectors/connector.ts'
import type { RemoteSource } from './connectors/connectors.ts'
import { ldapConnector } from './connectors/ldap/ldap.ts'
import { GROUPS } from './connectors/ldap/memberships.ts'
import { accountSchema } from './connectors/ldap/schema.ts'
import type { Timeouts } from './connectors/ldap/session.ts'
import { newId } from './ids.ts'

/** Holds the id of the source, which stays the same when the directory moves or is renamed. */
const SETTING = 'ldap-source'

/**
 * Stores the source that the settings name. Without settings, a source of an earlier start stays
 * with its accounts, and says that its directory cannot be reached.
 */
export async function ldapSource(
  db: Db,
  settings: LdapSettings | undefined,
  timeouts?: Timeouts,
): Promise<RemoteSource | undefined> {
  if (!settings) return leftBehind(db)
  checkFilter('TENANT_LDAP_USER_FILTER', settings.userFilter)
  checkFilter('TENANT_LDAP_GROUP_FILTER', settings.groupFilter)
  return inTransaction(db, async (trx) => {
    const sourceId = await settingOf(trx, SETTING, newId)
    const other = await sourceNamed(trx, keyOf(settings.name))
    if (other && other.id !== sourceId) {
      throw new StartError(
        `TENANT_LDAP_NAME ${JSON.stringify(settings.name)} is the name of another source.`,
      )
    }
    await putSource(trx, rowOf(sourceId, settings))
    return { sourceId, open: () => ldapConnector(settings, timeouts) }
  })
}

async function leftBehind(db: Db): Promise<RemoteSource | undefined> {
  const sourceId = await storedSetting(db, SETTING)
  if (sourceId === undefined) return undefined
  await setSourceHealth(db, sourceId, false)
  return { sourceId, open: unreachable }
}

/** In the place of a directory that nobody names any more. */
function unreachable(): Connector {
  const fail = () => {
    throw new SourceFailed('No directory is configured: TENANT_LDAP_URL is not set.')
  }
  return {
    remote: true,
    // oxlint-disable-next-line require-yield -- it fails before it could yield anything
    async *read() {
      fail()
    },
    account: async () => fail(),
    change: async () => fail(),
    close: async () => {},
  }
}

function checkFilter(variable: string, filter: string): void {
  try {
    FilterParser.parseString(filter)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new StartError(`${variable} is not a filter: ${why}.`)
  }
}

function rowOf(id: string, { baseDn, loginAttribute, name, url }: LdapSettings): SourceTable {
  const now = new Date().toISOString()
  return {
    id,
    name,
    name_key: keyOf(name),
    description: `What stands below ${baseDn} at ${url}.`,
    type: 'OpenLDAP - Direct',
    connector: 'openldap',
    connector_class: 'sailpoint.connector.LDAPConnector',
    connector_id: 'openldap',
    connector_name: 'OpenLDAP',
    connection_type: 'direct',
    owner_id: null,
    owner_name: null,
    authoritative: 0,
    healthy: 1,
    status: 'SOURCE_STATE_UNCHECKED_SOURCE_NO_ACCOUNTS',
    features: JSON.stringify(['ENABLE', 'UNLOCK', 'PROVISIONING', 'SEARCH']),
    delete_threshold: 10,
    category: null,
    internal: 0,
    config: JSON.stringify({
      identityAttribute: 'dn',
      nameAttribute: loginAttribute,
      entitlementAttributes: [GROUPS],
      schema: accountSchema,
      correlation: [{ account: 'mail', identity: 'email' }],
    }),
    since: now,
    created: now,
    modified: now,
  }
}
