import { TenantFailure } from '../domain/failures.ts'
import { say } from '../domain/sentences.ts'
import type { TenantIdentity } from '../index/identities/record.ts'
import { isTenantAccount, type TenantAccount } from '../index/store/record.ts'
import type { Priority } from '../upstream/budget.ts'
import type { Answer, Call } from '../upstream/call.ts'
import { readText } from '../upstream/read-text.ts'
import type { Upstream } from '../upstream/upstream.ts'
import type { ActionRequest } from './actions.ts'
import { filtersOf } from './id-filter.ts'

/** What came of a request, told apart by what has to follow. */
export type Sent =
  | { is: 'accepted'; status: number; taskId: string | null; trackingId: string | null }
  /** The tenant's last word. */
  | { is: 'refused'; status: number; words: string; trackingId: string | null }
  /** A full rate limit: nothing was done. */
  | { is: 'busy'; status: number; waitMs: number | undefined; words: string }
  /** It failed there, or no answer came: it may have been done. `down` is why no answer came. */
  | {
      is: 'unsure'
      status: number
      words: string
      trackingId: string | null
      down: TenantFailure | undefined
    }

export type TaskEnd = { id: string; well: boolean; words: string | null; at: number }

/** A read that has no answer to work with; the words are the tenant's or what failed. */
export class ReadRefused extends Error {
  readonly status: number

  constructor(status: number, words: string) {
    super(words)
    this.status = status
  }
}

const MOST_BYTES = 64 * 1024 * 1024
const REFUSAL_BYTES = 64 * 1024

type Deps = {
  upstream: Upstream
  priority: Priority
  /** Hears of each call. */
  count: () => void
  /** Ends reads; a request that changes something is never cut off. */
  signal: AbortSignal
}

export type TenantCalls = ReturnType<typeof tenantCalls>

/** The tenant as a run sees it. */
export function tenantCalls({ upstream, priority, count, signal }: Deps) {
  const call = (given: Call, ready?: () => Promise<void>) => {
    count()
    return upstream.call(given, priority, ready)
  }

  async function list(path: string, query: Record<string, string>): Promise<unknown[]> {
    const given = { method: 'GET' as const, headers: { accept: 'application/json' }, signal }
    const answer = await call({ ...given, path: `/v2024${path}?${new URLSearchParams(query)}` })
    const text = await readText(answer.body, MOST_BYTES)
    if (answer.status !== 200) throw new ReadRefused(answer.status, wordsIn(text, answer.status))
    const items: unknown = parsed(text)
    if (Array.isArray(items)) return items
    throw new ReadRefused(502, 'The tenant answered a list that is none.')
  }

  return {
    /**
     * `ready` runs when the request may leave; what it throws keeps it here. `gone` ends the waiting
     * before that.
     */
    async send(
      { json, type = 'application/json', ...request }: ActionRequest,
      ready: () => Promise<void>,
      gone: AbortSignal,
    ): Promise<Sent> {
      const body = json === undefined ? undefined : Buffer.from(JSON.stringify(json))
      const headers = { accept: 'application/json', ...(body && { 'content-type': type }) }
      let left = false
      try {
        const answer = await call({ ...request, headers, body, signal: gone }, async () => {
          await ready()
          left = true
        })
        return await outcomeOf(answer)
      } catch (error) {
        if (!left || !(error instanceof TenantFailure)) throw error
        const { status, message: words } = error
        return { is: 'unsure', status, words, trackingId: null, down: error }
      }
    },

    /** Those that are there and that the operator may see. */
    async accounts(ids: string[]): Promise<Map<string, TenantAccount>> {
      const found = new Map<string, TenantAccount>()
      for (const { filter, values } of filtersOf('id', ids)) {
        const items = await list('/accounts', { filters: filter, limit: String(values.length) })
        for (const item of items) if (isTenantAccount(item)) found.set(item.id, item)
      }
      return found
    },

    /** Whether the sources can be read; one that the operator may not see is not among them. */
    async sourceHealth(ids: string[]): Promise<Map<string, boolean>> {
      const health = new Map<string, boolean>()
      for (const { filter, values } of filtersOf('id', ids)) {
        const query = { filters: filter, limit: String(values.length) }
        for (const item of await list('/sources', query).catch(noneWhereRefused)) {
          const id = textAt(item, 'id')
          const healthy: unknown = Reflect.get(Object(item), 'healthy')
          if (id !== null && typeof healthy === 'boolean') health.set(id, healthy)
        }
      }
      return health
    },

    /** Which of the tasks have ended, and how. */
    async taskEnds(ids: string[]): Promise<Map<string, TaskEnd>> {
      const ends = new Map<string, TaskEnd>()
      for (const { filter, values } of filtersOf('id', ids)) {
        const items = await list('/task-status', { filters: filter, limit: String(values.length) })
        for (const item of items) {
          const end = endOf(item)
          if (end) ends.set(end.id, end)
        }
      }
      return ends
    },

    /** Those that are there. */
    async identities(ids: string[]): Promise<TenantIdentity[]> {
      const found: TenantIdentity[] = []
      for (const { filter: filters, values } of filtersOf('id', ids)) {
        const query = { filters, defaultFilter: 'NONE', limit: String(values.length) }
        // A record of the tenant's has an id, whatever else it has.
        found.push(...(await list('/identities', query)).filter(isTenantAccount))
      }
      return found
    },

    /** The status of reading one thing alone: 404 for what is gone, 403 for what may not be seen. */
    async statusOf(path: string): Promise<number> {
      const headers = { accept: 'application/json' }
      const answer = await call({ method: 'GET', path: `/v2024${path}`, headers, signal })
      await answer.body.dump()
      return answer.status
    },
  }
}

function noneWhereRefused(error: unknown): unknown[] {
  if (error instanceof ReadRefused && error.status === 403) return []
  throw error
}

async function outcomeOf(answer: Answer): Promise<Sent> {
  const { status, headers } = answer
  const text = await readText(answer.body, REFUSAL_BYTES).catch(() => undefined)
  const body = parsed(text)
  const tracking = trackingIn(headers, body)
  if (status >= 200 && status < 300) {
    return { is: 'accepted', status, taskId: textAt(body, 'id'), trackingId: tracking }
  }
  const words = wordsIn(text, status)
  if (status === 429) return { is: 'busy', status, waitMs: waitIn(headers), words }
  if (status < 400 || status === 408 || status >= 500) {
    return { is: 'unsure', status, words, trackingId: tracking, down: undefined }
  }
  return { is: 'refused', status, words, trackingId: tracking }
}

function waitIn(headers: Answer['headers']): number | undefined {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds * 1000, 500), 120_000) : undefined
}

function trackingIn(headers: Answer['headers'], body: unknown): string | null {
  const header = headers['slpt-request-id']
  return textAt(body, 'trackingId') ?? (typeof header === 'string' ? header : null)
}

/** The tenant's own sentence, in the language that it prefers. */
function wordsIn(text: string | undefined, status: number): string {
  const messages = Reflect.get(Object(parsed(text)), 'messages')
  const texts = Array.isArray(messages) ? messages.map((message) => textAt(message, 'text')) : []
  return texts.find((words) => words !== null) ?? say('answered', { status })
}

/** Undefined while it runs: `completionStatus` is null until then (isc-facts §8.4). */
function endOf(task: unknown): TaskEnd | undefined {
  const id = textAt(task, 'id')
  const status = textAt(task, 'completionStatus')
  const completed = textAt(task, 'completed')
  if (id === null || (status === null && completed === null)) return undefined
  const well = status === null || status === 'SUCCESS' || status === 'WARNING'
  const at = completed === null ? Number.NaN : Date.parse(completed)
  return { id, well, words: taskWords(task) ?? (well ? null : say('taskEnded', { status })), at }
}

/** What went wrong where there is such a message, else whatever the task says. */
function taskWords(task: unknown): string | null {
  const messages: unknown = Reflect.get(Object(task), 'messages')
  if (!Array.isArray(messages)) return null
  const errors = messages.filter((message) => textAt(message, 'type') === 'ERROR')
  const texts = (errors.length > 0 ? errors : messages)
    .map((message) => textAt(Reflect.get(Object(message), 'localizedText'), 'message'))
    .filter((text) => text !== null)
  return texts.join(' ') || null
}

function textAt(value: unknown, name: string): string | null {
  const found: unknown = Reflect.get(Object(value), name)
  return typeof found === 'string' && found !== '' ? found : null
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined // a page of something in between, most likely
  }
}
