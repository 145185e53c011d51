import { hash } from 'node:crypto'
import { join } from 'node:path'

type Of = { baseUrl: string; clientId: string; embedded: boolean }

/**
 * Where the copy of a tenant lies. What a client may see differs from client to client, so a copy is
 * of one tenant as one client sees it; the embedded one has a different port at each start.
 */
export function indexFile(folder: string, { baseUrl, clientId, embedded }: Of): string {
  if (embedded) return join(folder, 'index-embedded.sqlite')
  const host = new URL(baseUrl).host.replaceAll(/[^a-z0-9.-]/g, '-').slice(0, 60)
  const which = hash('sha256', JSON.stringify([baseUrl, clientId])).slice(0, 8)
  return join(folder, `index-${host}-${which}.sqlite`)
}
