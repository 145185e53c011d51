import { setTimeout as sleep } from 'node:timers/promises'

import type { components } from '../../../src/api/console-schema.d.ts'
import { FilterMeaningError, FilterSyntaxError } from '../../lib/filter/errors.ts'
import { Refusal } from '../domain/failures.ts'
import type { Watcher } from '../http/watch.ts'
import type { NotPersonRow } from '../store/schema.ts'
import { readText } from '../upstream/read-text.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { createCopy } from './copy.ts'
import { Catalogue } from './entitlements/catalogue.ts'
import { openEntitlements } from './entitlements/entitlements.ts'
import { bodyPages, columnsOf, csvOf } from './export.ts'
import { openIdentities } from './identities/identities.ts'
import { findAccounts, listAccounts, type Asked } from './list.ts'
import { createSearch } from './search/search.ts'
import { stateOf, type IndexState } from './state-of.ts'
import { isBroken, openIndexFile } from './store/file.ts'
import { accountWithId, markedLookup } from './suggest/marked.ts'
import { createSuggestions } from './suggest/suggest.ts'
import { createReader } from './sync/reader.ts'
import { createSync, defaultPause } from './sync/sync.ts'

type Schemas = components['schemas']
export type ChangedAccounts = Schemas['ChangedAccounts']

type Deps = {
  /**
   * A file, `:memory:`, or the URL of a PostgreSQL database, in which it has the schema to itself;
   * without one nothing is copied, and the tenant is asked each time.
   */
  database?: string
  schema?: string
  upstream: Upstream
  /** What is told to every open tab. */
  tell: (event: 'index' | 'accounts' | 'identities', data: IndexState | ChangedAccounts) => void
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
export async function openIndex({ database, upstream, tell, log, ...options }: Deps) {
  const { schema, pause = defaultPause } = options
  const ended = new AbortController()
  const { signal } = ended
  const file = await openIndexFile(database ?? ':memory:', log, schema)
  const catalogue = new Catalogue()
  const heard = (ids: string[]) => {
    // Before that, lists come from the tenant: telling of each page would make them ask it again.
    if (!sync.freshness().complete) return
    tell('accounts', { ids: ids.slice(0, MOST_TOLD), more: ids.length > MOST_TOLD })
  }
  const held = createCopy(file, heard, catalogue)
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
    identitiesChanged: (ids) =>
      tell('identities', {
        ids: ids.slice(0, MOST_TOLD),
        more: ids.length === 0 || ids.length > MOST_TOLD,
      }),
    accounts: () => (sync.freshness().complete ? held.memory : undefined),
  })
  const entitlements = openEntitlements({
    file,
    upstream,
    catalogue,
    signal,
    log,
    pause,
    memory: () => held.memory,
    isComplete: () => sync.freshness().complete,
    asOf: () => sync.freshness().asOf,
    changed: (areAccounts) => {
      if (areAccounts) tell('accounts', { ids: [], more: true })
      changed()
    },
  })
  const loaded = held.load()
  const running = loaded.then(() => {
    if (!database) return undefined
    entitlements.start()
    return sync.run()
  })
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

  const markedAccounts = markedLookup()

  /** Once the tenant has answered with accounts, or has not: they are what a person waits for. */
  function startIdentities(): void {
    const { complete, problem } = sync.freshness()
    const isTurn = complete || held.memory.size > 0 || problem !== undefined
    if (isTurn && !signal.aborted) identities.start()
  }

  function state(): IndexState {
    const { size, version } = held.memory
    const known = entitlements.state()
    const identityChanges = identities.copy.version
    const copy = stateOf(sync.freshness(), size)
    return { ...copy, changes: version, identityChanges, entitlements: known }
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

  /** All that match at this moment; what goes before its page is read is left out of it. */
  async function matching(filters: string) {
    if (!sync.freshness().complete) {
      throw new Refusal(409, 'The accounts are still being read: some that match would be missing.')
    }
    await observed
    return fromCopy(async () => {
      const all = { filters, sorters: 'id', limit: held.memory.size, offset: 0, facets: [] }
      const { ords, bounded } = await findAccounts(file.read, held.memory, all)
      return { total: ords.length, isBounded: bounded, pages: bodyPages(file.read, ords) }
    })
  }

  async function fromCopy<T>(work: () => Promise<T>): Promise<T> {
    const { generation, renewals } = file
    try {
      return await understood(work)
    } catch (error) {
      if (isBroken(error)) sync.distrust(error)
      else if (file.generation === generation) throw error
      // The way to the database was lost, and is there again.
      else if (file.renewals === renewals) return understood(work)
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
    const before = observed
    observed = work.then(
      () => before,
      (error: unknown) => {
        log.error(error)
        return before
      },
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
    matching,
    state,
    attributeNames: () => held.memory.attributes.names.toSorted(),
    watcher,
    async listIdentities(asked: Asked) {
      await observed
      return fromCopy(() => identities.list(asked))
    },
    search: (text: string, limit: number) => fromCopy(() => search(text, limit)),
    /** Without the accounts of the numbers in `hidden`. */
    async listUncorrelated(asked: { offset: number; limit: number }, hidden: ReadonlySet<number>) {
      await observed
      return fromCopy(() => suggestions(asked, hidden))
    },
    isComplete: () => sync.freshness().complete,
    async account(id: string) {
      await observed
      return fromCopy(() => accountWithId(file.read, held.memory, id))
    },
    async marked(marks: readonly NotPersonRow[]) {
      await observed
      return fromCopy(() => markedAccounts(file.read, held.memory, marks))
    },
    refresh() {
      sync.refresh()
      identities.refresh()
      entitlements.refresh()
    },
    async close() {
      ended.abort()
      clearTimeout(timer)
      await running
      await identities.ended()
      await entitlements.ended()
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
