import { Unusable } from './settings.ts'

export const isPostgresUrl = (where: string) => /^postgres(ql)?:\/\//i.test(where)

/** The URL of a PostgreSQL database. It may hold a password, so no message repeats it. */
export function databaseUrl(value: string): string {
  if (!value) return value
  if (!isPostgresUrl(value)) {
    throw new Unusable('must be a URL like postgres://user:password@host:5432/database')
  }
  const url = parsed(value)
  // A password that is not encoded ends the host early and spills into what follows.
  if (!url || url.hash || /[@\s]/.test(url.pathname + url.search)) {
    throw new Unusable(
      'is not a URL: special characters in the user or the password have to be percent-encoded',
    )
  }
  return value
}

/** How a message calls a database: without user and password. */
export function databaseName(where: string): string {
  if (!isPostgresUrl(where)) return where
  const url = parsed(where)
  const name = url?.pathname.slice(1)
  return [name, url?.host && `on ${url.host}`].filter(Boolean).join(' ') || 'on PostgreSQL'
}

/** `postgres://user@/database` names no host: a socket or the default, which URL does not know. */
function parsed(value: string): URL | undefined {
  const url = value.replace(/@\//, '@localhost/').replace(/:\/\/\//, '://localhost/')
  return URL.canParse(url) ? new URL(url) : undefined
}
