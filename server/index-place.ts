import { hash } from 'node:crypto'
import { join } from 'node:path'

type Of = { baseUrl: string; clientId: string; embedded: boolean }
type Where = {
  folder: string
  /** The URL of a PostgreSQL database; empty where files serve. */
  databaseUrl: string
}

/**
 * Where the copy of a tenant lies. What a client may see differs from client to client, so a copy is
 * of one tenant as one client sees it; the embedded one has a different port at each start.
 */
export function indexPlace({ folder, databaseUrl }: Where, tenant: Of) {
  if (!databaseUrl) return { database: join(folder, `${nameOf(tenant, 60)}.sqlite`) }
  // PostgreSQL cuts names of more than 63 characters, and a schema's may get another before it.
  return { database: databaseUrl, schema: nameOf(tenant, 30).replaceAll(/[-.]/g, '_') }
}

function nameOf({ baseUrl, clientId, embedded }: Of, longestHost: number): string {
  if (embedded) return 'index-embedded'
  const host = new URL(baseUrl).host.replaceAll(/[^a-z0-9.-]/g, '-').slice(0, longestHost)
  const which = hash('sha256', JSON.stringify([baseUrl, clientId])).slice(0, 8)
  return `index-${host}-${which}`
}
