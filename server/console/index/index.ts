import { setTimeout as sleep } from 'node:timers/promises'

import type { components } from '../../../src/api/console-schema.d.ts'
import { FilterMeaningError, FilterSyntaxError } from '../../lib/filter/errors.ts'
import { Refusal } from '../domain/failures.ts'
import type { Watcher } from '../http/watch.ts'
import { readText } from '../upstream/read-text.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { createCopy } from './copy.ts'
import { columnsOf, csvOf } from './export.ts'
import { openIdentities } from './identities/identities.ts'
import { findAccounts, listAccounts, type Asked } from './list.ts'
import { createSearch } from './search/search.ts'
import { stateOf, type IndexState } from './state-of.ts'
import { isBroken, openIndexFile } from './store/file.ts'
import { createSuggestions } from './suggest/suggest.ts'
import { createReader } from './sync/reader.ts'
import { createSync, defaultPause } from './sync/sync.ts'

type Schemas = components['schemas']
export type ChangedAccounts = Schemas['ChangedAccounts']

type Deps = {
  /** A file, or `:memory:`; without one nothing is copied, and the tenant is asked each time. */
  database?: string
  upstream: Upstream
  /** What is told to every open tab. */
  tell: (event: 'index' | 'accounts', data: IndexState | ChangedAccounts) => void
  log: { warn: (text: string) => void; error: (error: unknown) => void }
  pause?: Pause
}

export type Pause = typeof defaultPause

const MOST_TOLD = 100
/** News of the state itself are gathered for so long: a first pass would tell of every page. */
const TELL_MS = 250
const MOST_BYTES = 256 * 1024 * 1024

export type Index = Awaited<ReturnType<typeof openIndex>>

/** A small copy is there before the first question; a large one must not hold up the start. */
const LONGEST_START_MS = 3000

/** The console's copy of the tenant's accounts, kept equal to it until it is closed. */
export async function openIndex({ database, upstream, tell, log, pause = defaultPause }: Deps) {
  const ended = new AbortController()
  const { signal } = ended
  const file = await openIndexFile(database ?? ':memory:', log)
  const held = createCopy(file, (ids) => {
    // Before that, lists come from the tenant: telling of each page would make them ask it again.
    if (!sync.freshness().complete) return
    tell('accounts', { ids: ids.slice(0, MOST_TOLD), more: ids.length > MOST_TOLD })
  })
  let timer: NodeJS.Timeout | undefined
  const changed = () => {
    startIdentities()
    timer ??= setTimeout(() => {
      timer = undefined
      tell('index', state())
    }, TELL_MS)
  }
  const reader = createReader(upstream, signal)
  const sync = createSync({ reader, copy: held.copy, signal, changed, log, pause })
  const identities = openIdentities({
    file,
    upstream,
    signal,
    log,
    retry: pause.retry,
    accountsChanged: held.outdated,
    accounts: () => (sync.freshness().complete ? held.memory : undefined),
  })
  const loaded = held.load()
  const running = loaded.then(() => (database ? sync.run() : undefined))
  /** What a person has just been shown, on its way into the copy. */
  let observed: Promise<void> = loaded

  const search = createSearch({
    db: () => file.read,
    memory: () => held.memory,
    isComplete: () => sync.freshness().complete,
    identities,
  })

  const suggestions = createSuggestions({
    db: () => file.read,
    memory: () => held.memory,
    state,
    identities,
  })

  /** Once the tenant has answered with accounts, or has not: they are what a person waits for. */
  function startIdentities(): void {
    const { complete, problem } = sync.freshness()
    const isTurn = complete || held.memory.size > 0 || problem !== undefined
    if (isTurn && !signal.aborted) identities.start()
  }

  function state(): IndexState {
    const { size, version } = held.memory
    return { ...stateOf(sync.freshness(), size), changes: version }
  }

  /** One window of a list, as JSON. */
  async function list(asked: Asked): Promise<string> {
    // Who asks for counts alone asks for what the tenant does not know.
    const isCounting = asked.limit === 0 && asked.facets.length > 0
    const own = sync.freshness().complete || isCounting ? undefined : await fromTenant(asked)
    if (own) return own
    await observed
    // Before the rows are read: what changes meanwhile is news to whoever gets them.
    const changes = held.memory.version
    const found = await fromCopy(() => listAccounts(file.read, held.memory, asked))
    const { bodies, ...rest } = found
    const index = { ...state(), changes }
    return answerOf(`[${bodies.join(',')}]`, { ...rest, partial: !index.complete, index })
  }

  /** All that match, as a file. */
  async function exportCsv(asked: Pick<Asked, 'filters' | 'sorters'> & { columns: string[] }) {
    if (!sync.freshness().complete) {
      throw new Refusal(409, 'The accounts are still being read: rows would be missing.')
    }
    await observed
    return fromCopy(async () => {
      const columns = columnsOf(asked.columns)
      const all = { ...asked, limit: held.memory.size, offset: 0, facets: [] }
      const { ords } = await findAccounts(file.read, held.memory, all)
      return { total: ords.length, file: csvOf(file.read, ords, columns) }
    })
  }

  async function fromCopy<T>(work: () => Promise<T>): Promise<T> {
    const { generation } = file
    try {
      return await understood(work)
    } catch (error) {
      if (isBroken(error)) sync.distrust(error)
      else if (file.generation === generation) throw error
      throw new Refusal(409, 'The index is being made anew: try again in a moment.')
    }
  }

  /** What the tenant can answer while the copy is not complete; undefined where it cannot. */
  async function fromTenant({ filters, sorters, limit, offset }: Asked) {
    const query = new URLSearchParams({
      ...(filters && { filters }),
      ...(sorters && { sorters }),
      limit: String(limit),
      offset: String(offset),
      count: 'true',
    })
    const path = `/v2024/accounts?${query}`
    const answer = await upstream.call({ method: 'GET', path, headers: {}, signal })
    const total = Number(answer.headers['x-total-count'] ?? Number.NaN)
    if (answer.status !== 200 || !Number.isInteger(total)) {
      await answer.body.dump()
      return undefined
    }
    const items = await readText(answer.body, MOST_BYTES)
    // The whole answer is the tenant's, so its total is true.
    const whole = { facets: [], bounded: false, partial: false }
    return items && answerOf(items, { total, ...whole, index: state() })
  }

  const learn = (work: Promise<unknown>): void => {
    observed = work.then(
      () => undefined,
      (error: unknown) => log.error(error),
    )
  }
  const watcher: Watcher = {
    observe: (accounts) => database && learn(held.observe(accounts)),
    forget: (id) => database && learn(held.copy.remove([id])),
    observeIdentities: (found, isList) => database && learn(identities.observe(found, isList)),
    forgetIdentity: (id) => database && learn(identities.forget(id)),
  }

  await Promise.race([loaded, sleep(LONGEST_START_MS, undefined, { ref: false })])
  return {
    list,
    exportCsv,
    state,
    attributeNames: () => held.memory.attributes.names.toSorted(),
    watcher,
    async listIdentities(asked: Asked) {
      await observed
      return fromCopy(() => identities.list(asked))
    },
    search: (text: string, limit: number) => fromCopy(() => search(text, limit)),
    async listUncorrelated(asked: { offset: number; limit: number }) {
      await observed
      return fromCopy(() => suggestions(asked))
    },
    refresh() {
      sync.refresh()
      identities.refresh()
    },
    async close() {
      ended.abort()
      clearTimeout(timer)
      await running
      await identities.ended()
      await observed
      await file.close()
    },
  }
}

/** What cannot be asked is the caller's to put right. */
async function understood<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isAsked = error instanceof FilterSyntaxError || error instanceof FilterMeaningError
    throw isAsked ? new Refusal(400, error.message) : error
  }
}

/** The rows are JSON already; reading and writing them again would cost more than all the rest. */
const answerOf = (items: string, rest: Omit<Schemas['IndexedAccounts'], 'items'>) =>
  `{"items":${items},${JSON.stringify(rest).slice(1)}`
