import { createHash, timingSafeEqual } from 'node:crypto'

export type Client = {
  id: string
  userName: string
  /** Id of the person behind the client. */
  identityId: string
  scopes: string[]
  /** User levels of the person behind the client. */
  levels: string[]
}

/** All rights of the person's level. */
export const ALL_SCOPES = 'sp:scopes:all'

const readScopes = [
  'idn:accounts:read',
  'idn:identity:read',
  'idn:sources:read',
  'idn:task-management:read',
  'idn:entitlement:read',
]

const clients: Client[] = [
  client('demo-admin', ['ORG_ADMIN']),
  client('demo-helpdesk', ['HELPDESK']),
  client('demo-source-admin', ['SOURCE_ADMIN']),
  client('demo-auditor', ['ORG_ADMIN'], readScopes),
]

/** The client that the credentials belong to; the secret of each is its name and `-secret`. */
export function clientOf(id: string, secret: string): Client | undefined {
  return clients.find((known) => known.id === id && sameText(secret, `${known.id}-secret`))
}

function client(id: string, levels: string[], scopes = [ALL_SCOPES]): Client {
  const identityId = createHash('md5').update(id).digest('hex') // 32 hex digits, no secret
  return { id, userName: id.replace('-', '.'), identityId, levels, scopes }
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
