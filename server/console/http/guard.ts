import { isIP } from 'node:net'
import { hostname } from 'node:os'

import type { FastifyRequest } from 'fastify'

import { isLoopback } from '../../lib/settings.ts'
import { Refusal } from '../domain/failures.ts'

/** Refuses a request that was not addressed to the console, by host or by form. */
export function targetCheck(host: string) {
  const isOurs = hostCheck(host)

  return ({ raw }: FastifyRequest): void => {
    // A proxy's way to write a request: the address in it is not ours to follow.
    if (!raw.url?.startsWith('/')) throw new Refusal(400, 'The address must begin with a slash.')
    // A page elsewhere can make its own name point to this machine, but cannot hide that name.
    if (!isOurs(raw.headers.host)) {
      throw new Refusal(403, 'The console is not served under this host name.')
    }
  }
}

/**
 * Keeps out what a page elsewhere makes a browser send. The console has no cookie to steal, but it
 * acts for whoever reaches it, so each call has to come from the console's own pages.
 */
export function checkOrigin({ method, raw: { headers } }: FastifyRequest): void {
  if (isSameSite(method, headers['sec-fetch-site']) && isSameOrigin(headers)) return
  throw new Refusal(403, 'The request comes from another site, and was not done.')
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Absent from what is no browser; `none` is an address that the user typed, which is never a write. */
function isSameSite(method: string, site: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin' || (site === 'none' && isRead(method))
}

function isSameOrigin({ origin, host }: { origin?: string; host?: string }): boolean {
  if (origin === undefined) return true
  // The scheme may differ behind a proxy that ends TLS; the host may not. "null" is no URL.
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
}

function hostCheck(configured: string) {
  const everywhere = configured === '0.0.0.0' || configured === '::'
  const names = [configured.toLowerCase(), ...(everywhere ? [hostname().toLowerCase()] : [])]

  return (header: string | undefined): boolean => {
    if (!header || !URL.canParse(`http://${header}`)) return false
    const { hostname: name, username, pathname } = new URL(`http://${header}`)
    if (username || pathname !== '/') return false
    const bare = name.replace(/^\[(.*)\]$/, '$1')
    // An address is not a name that could be made to point elsewhere.
    return isLoopback(name) || names.includes(bare) || (everywhere && isIP(bare) !== 0)
  }
}
