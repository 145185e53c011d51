import { api, ok, type Account } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'

/** One read, told apart by what to do next rather than by status. */
export type Read<T> =
  | { is: 'found'; value: T }
  | { is: 'missing' }
  /** 401 or 403: asking again will not help. */
  | { is: 'refused'; words: string }
  /** 429: the tenant has said how long to wait. */
  | { is: 'busy'; waitMs: number }
  /** No answer, a broken one or a 5xx: ask again. */
  | { is: 'down'; words: string }

/** A read that has no answer after this long is given up and asked again. */
const patienceMs = 30_000

/** The account as the tenant has it. Not through the query cache: each read has to be a new one. */
export const readAccount = (id: string): Promise<Read<Account>> =>
  read(async (signal) => {
    const { data } = await ok(api.GET('/accounts/{id}', { params: { path: { id } }, signal }))
    return { data: { ...data, id } }
  })

async function read<T>(call: (signal: AbortSignal) => Promise<{ data: T }>): Promise<Read<T>> {
  try {
    const { data } = await call(AbortSignal.timeout(patienceMs))
    return { is: 'found', value: data }
  } catch (error) {
    return readError(error)
  }
}

export function readError(error: unknown): Exclude<Read<never>, { is: 'found' }> {
  const words = error instanceof Error ? error.message : String(error)
  if (!(error instanceof ApiError)) return { is: 'down', words }
  if (error.status === 404) return { is: 'missing' }
  if (error.status === 429) return { is: 'busy', waitMs: (error.retryAfter ?? 1) * 1000 }
  // Any other 4xx is the tenant's last word; a 408 is a lost answer like no answer at all.
  const isFinal = error.status >= 400 && error.status < 500 && error.status !== 408
  return { is: isFinal ? 'refused' : 'down', words }
}
