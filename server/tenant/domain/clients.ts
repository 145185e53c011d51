import { createHash, timingSafeEqual } from 'node:crypto'

export type Client = {
  id: string
  /** Name and id of the person behind the client; null where there is none. */
  userName: string | null
  identityId: string | null
  scopes: string[]
  /** User levels of the person behind the client; `API` where there is none. */
  levels: string[]
}

/** All rights of the person's level. */
export const ALL_SCOPES = 'sp:scopes:all'

const readScopes = [
  'idn:accounts:read',
  'idn:account-config:read',
  'idn:identity:read',
  'idn:sources:read',
  'idn:source-schema:read',
  'idn:task-management:read',
  'idn:entitlement:read',
  'sp:auth-user:read',
]
/** What a client without a person may be given, but for what reads alone. */
const serviceScopes = [
  'idn:account:update',
  'idn:accounts:manage',
  'idn:accounts-state:manage',
  'idn:sources:manage',
  'idn:task-management:write',
  'idn:entitlement:manage',
]

/**
 * The ids are those of the first people of the first data set, all of whom are there from ten
 * identities on, and whose log-ins are active. A test of the data set holds them together.
 */
export const clients: readonly Client[] = [
  client('demo-admin', '2c9180810000000053f1565b2291d65e', ['ORG_ADMIN']),
  client('demo-source-admin', '2c91808100000002f7bc31df95000fd2', ['SOURCE_ADMIN']),
  client('demo-source-subadmin', '2c918081000000032328177d85478337', ['SOURCE_SUBADMIN']),
  client('demo-helpdesk', '2c918081000000073d90d57e78cdedea', ['HELPDESK']),
  client('demo-auditor', '2c918081000000065539b28297e67e8e', ['ORG_ADMIN'], readScopes),
  client(
    'demo-limited',
    '2c918081000000096cf580c7b7269ba8',
    ['ORG_ADMIN'],
    ['idn:accounts-state:manage'],
  ),
  client('demo-service', null, ['API'], serviceScopes),
]

/** The client that the credentials belong to; the secret of each is its name and `-secret`. */
export function clientOf(id: string, secret: string): Client | undefined {
  return clients.find((known) => known.id === id && sameText(secret, `${known.id}-secret`))
}

/** The client that acts for this person. */
export const clientOfPerson = (identityId: string) =>
  clients.find((known) => known.identityId === identityId)

function client(
  id: string,
  identityId: string | null,
  levels: string[],
  scopes = [ALL_SCOPES],
): Client {
  return { id, userName: identityId && id.replaceAll('-', '.'), identityId, levels, scopes }
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
