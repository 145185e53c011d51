import { tenantIdOf } from '../../domain/operator.ts'
import type { Answer } from '../../upstream/call.ts'
import { readText } from '../../upstream/read-text.ts'
import type { Upstream } from '../../upstream/upstream.ts'
import { isTenantAccount, type TenantAccount } from '../store/record.ts'

export const PAGE = 250
/** In one address: many servers take no more than 8 kB of it. */
const MOST_IDS = 100
const MOST_TRIES = 5

export type Page = {
  accounts: TenantAccount[]
  /** All that match; undefined where it was not asked for. */
  total: number | undefined
  /** The tenant's clock when it answered, in milliseconds since the epoch. */
  at: number
}

type Question = {
  filters?: string
  sorters?: string
  limit: number
  offset?: number
  count?: boolean
}

/** An answer that is no list of accounts, or a refusal. `retryAfter` is in seconds. */
export class ReadFailed extends Error {
  readonly status: number
  readonly retryAfter: number | undefined

  constructor(status: number, message: string, retryAfter?: number) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** A page of the largest accounts that were ever seen is a few MB. */
const MOST_BYTES = 256 * 1024 * 1024

export type Reader = ReturnType<typeof createReader>

/** Reads lists for the copy, of accounts or of others, within the budget and after people's calls. */
export function createReader(
  upstream: Pick<Upstream, 'call' | 'tokens'>,
  signal: AbortSignal,
  path = '/accounts',
) {
  /** A tenant that asks to wait is asked again: the budget lets the call go when the time is over. */
  async function ask(query: URLSearchParams): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await upstream.call(
        {
          method: 'GET',
          path: `/v2024${path}?${query}`,
          headers: { accept: 'application/json' },
          signal,
        },
        'background',
      )
      if (answer.status !== 429 || tries === MOST_TRIES) return answer
      await answer.body.dump()
    }
  }

  async function list(question: Question): Promise<Page> {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(question)) query.set(name, String(value))
    const answer = await ask(query)
    const text = await readText(answer.body, MOST_BYTES)
    if (answer.status !== 200) throw refusalOf(answer.status, text, answer.headers['retry-after'])
    const accounts = accountsIn(text)
    if (!accounts) throw new ReadFailed(200, 'The tenant answered a list that is none.')
    const counted = Number(answer.headers['x-total-count'])
    const date = Date.parse(String(answer.headers.date))
    return {
      accounts,
      total: question.count && Number.isInteger(counted) ? counted : undefined,
      at: Number.isNaN(date) ? Date.now() : date,
    }
  }

  return {
    list,
    count: async (filters?: string) => {
      const question = { limit: 0, count: true, ...(filters && { filters }) }
      const { total } = await list(question)
      if (total === undefined) throw new ReadFailed(200, 'The tenant did not count.')
      return total
    },
    byIds: async (ids: string[]) => {
      const found: TenantAccount[] = []
      for (let at = 0; at < ids.length; at += MOST_IDS) {
        const some = ids.slice(at, at + MOST_IDS)
        found.push(...(await list({ filters: idIn(some), limit: PAGE })).accounts)
      }
      return found
    },
    /** Who answers; undefined where the token does not say. */
    tenantId: async () => tenantIdOf(await upstream.tokens.get()),
  }
}

export const idIn = (ids: string[]) => `id in (${ids.map(quoted).join(',')})`
export const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`

function accountsIn(text: string | undefined): TenantAccount[] | undefined {
  let list: unknown
  try {
    list = JSON.parse(text ?? '')
  } catch {
    return undefined // a page from something in between
  }
  return Array.isArray(list) && list.every(isTenantAccount) ? list : undefined
}

function refusalOf(status: number, text: string | undefined, retryAfter: string | undefined) {
  const words = /"text"\s*:\s*"([^"]+)"/.exec(text ?? '')?.[1]
  const seconds = retryAfter === undefined ? undefined : Number(retryAfter)
  return new ReadFailed(status, words ?? `The tenant answered ${status}.`, seconds)
}
