import createClient from 'openapi-fetch'

import type { components as consoleComponents, paths as consolePaths } from './console-schema.d.ts'
import { fetchOrTake } from './early-answers.ts'
import { networkError, toApiError, unreadableAnswer } from './errors.ts'
import type { components, paths } from './schema.d.ts'

/** The tenant's operations, through the console server, which holds the secret. */
export const api = createClient<paths>({ baseUrl: `${location.origin}/api/v2024` })

/** What the console offers beside them. */
export const consoleApi = createClient<consolePaths>({
  baseUrl: `${location.origin}/api/console`,
  fetch: fetchOrTake,
})

type Schemas = components['schemas']
/** The contract marks `id` optional, but everything stored has one. */
type Stored<T> = T & { id: string }
export type Account = Stored<Schemas['Account']>
/** The contract types `attributes` as an object without fields; real ones hold anything. */
export type Identity = Stored<Omit<Schemas['Identity'], 'attributes'>> & {
  attributes?: Record<string, unknown>
}
export type Source = Stored<Schemas['Source']>
export type Entitlement = Stored<Schemas['Entitlement']>
export type TaskStatus = Schemas['TaskStatus']
export type BulkVerdict = Schemas['BulkIdentitiesAccountsResponse']
export type Session = consoleComponents['schemas']['Session']

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/** Await a call; throw an {@link ApiError} on anything but success, so callers only see success. */
export async function ok<T>(call: Call<T>): Promise<{ data: T; response: Response }> {
  const { data, error, response } = await call.catch(rethrow)
  if (!response.ok) throw toApiError(response, error)
  // Success carries the body that the contract names for it; undefined only where it names none.
  return { data: data as T, response }
}

function rethrow(error: unknown): never {
  // fetch rejects with a TypeError where no answer came, response.json() with a SyntaxError where
  // the answer was no JSON. An abort is the caller's own wish and passes as it is.
  if (error instanceof TypeError) throw networkError()
  if (error instanceof SyntaxError) throw unreadableAnswer()
  throw error
}

/** The number of all matching rows, from a list that was asked to count them. */
export function totalOf(response: Response, fallback: number): number {
  const header = response.headers.get('X-Total-Count')
  const total = Number(header)
  return header !== null && Number.isInteger(total) && total >= 0 ? total : fallback
}
