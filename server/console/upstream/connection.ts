import type { FailureKind, TenantFailure } from '../domain/failures.ts'
import type { Tenant } from './describe.ts'

export type Log = { warn: (text: string) => void }
export type State = 'unknown' | 'ok' | FailureKind

/** Remembers how the tenant last answered, so that the log has a line per change, not per request. */
export function connectionState({ baseUrl }: Tenant, log: Log) {
  let state: State = 'unknown'
  let closed = false
  return {
    state: () => state,
    failed({ kind, message }: TenantFailure) {
      // What is cut off when the console ends says nothing about the tenant.
      if (closed) return
      if (state !== kind) log.warn(message)
      state = kind
    },
    answered() {
      if (state !== 'ok' && state !== 'unknown') log.warn(`The tenant at ${baseUrl} answers again.`)
      state = 'ok'
    },
    close() {
      closed = true
    },
  }
}

export type Connection = ReturnType<typeof connectionState>
