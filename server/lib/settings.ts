import { isIP } from 'node:net'

/** Why a value cannot be used, as the rest of a sentence that begins with the setting's name. */
export class Unusable extends Error {}

// The parsers of settings. A value is repeated in the message only where it cannot be a secret.

export function text(value: string): string {
  return value
}

export function wholeNumber(least: number, most: number) {
  return (value: string): number => {
    const parsed = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (parsed >= least && parsed <= most) return parsed
    throw new Unusable(`must be a whole number from ${least} to ${most}, not ${quoted(value)}`)
  }
}

export const port = wholeNumber(0, 65_535)

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof levels)[number]
export const logLevels = levels.join(', ')

export function oneOf<T extends string>(choices: readonly T[]) {
  return (value: string): T => {
    const found = choices.find((choice) => choice === value.toLowerCase())
    if (found) return found
    throw new Unusable(`must be one of ${choices.join(', ')}, not ${quoted(value)}`)
  }
}

export const logLevel = oneOf(levels)

export function host(value: string): string {
  const bare = value.replace(/^\[(.*)\]$/, '$1')
  if (isIP(bare) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(bare)) return bare
  throw new Unusable(
    `must be a host name or an address without scheme and port, not ${quoted(value)}`,
  )
}

export const folder = path('a folder')
/** Empty where there is to be none. */
export const file = path('a file')

function path(what: string) {
  return (value: string): string => {
    if (!value.includes('\0')) return value
    throw new Unusable(`must be the path of ${what}`)
  }
}

/** An address that a secret is sent to: over plain http only on this machine. Empty stays empty. */
export function baseUrl(value: string): string {
  if (!value) return value
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Unusable('must be a URL like https://acme.api.identitynow.com')
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new Unusable('must be a plain URL, without a user, a query or a fragment')
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new Unusable(
      'must begin with https://: over http:// the secret would travel in the clear',
    )
  }
  return url.href.replace(/\/+$/, '')
}

export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(hostname)
}

const quoted = (value: string) => JSON.stringify(value)
