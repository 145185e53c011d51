import type { components } from '../../../../src/api/console-schema.d.ts'
import { Refusal } from '../../domain/failures.ts'
import { readText } from '../../upstream/read-text.ts'
import type { Upstream } from '../../upstream/upstream.ts'
import type { Asked } from '../list.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import { stateOf } from '../state-of.ts'
import type { IndexFile } from '../store/index-file.ts'
import { createReader } from '../sync/reader.ts'
import { accountCounts } from './account-counts.ts'
import { createIdentityCopy } from './copy.ts'
import { findIdentities } from './find.ts'
import type { TenantIdentity } from './record.ts'
import { identityBodies } from './rows.ts'
import { createIdentitySync } from './sync.ts'

type Schemas = components['schemas']

type Deps = {
  file: IndexFile
  upstream: Upstream
  signal: AbortSignal
  log: { warn: (text: string) => void; error: (error: unknown) => void }
  retry: (failures: number) => number
  /** The accounts' copy; undefined while it is not complete, so that their number is not known. */
  accounts: () => AccountMemory | undefined
  /** Hears of identities of which the accounts tell something else now. */
  accountsChanged: (identityIds: string[]) => void
  /** Hears which identities are new, changed or gone; none are named where all may be. */
  identitiesChanged: (ids: string[]) => void
}

const MOST_BYTES = 256 * 1024 * 1024
const FIRST_PASS_MARK = 1

export type Identities = ReturnType<typeof openIdentities>

/** The console's copy of the tenant's identities and sources. It is kept from `start` on. */
export function openIdentities({ file, upstream, signal, log, retry, ...deps }: Deps) {
  const { accounts, accountsChanged, identitiesChanged } = deps
  // Before that, lists come from the tenant: telling of each page would make them ask it again.
  const copy = createIdentityCopy(file, accountsChanged, (ids) => {
    if (sync.freshness().complete) identitiesChanged(ids)
  })
  let wasComplete = false
  const sync = createIdentitySync({
    identities: createReader(upstream, signal, '/identities'),
    sources: createReader(upstream, signal, '/sources'),
    copy,
    signal,
    changed: () => {
      const { complete } = sync.freshness()
      if (complete && !wasComplete) identitiesChanged([])
      wasComplete = complete
    },
    log,
    retry,
  })
  let running: Promise<void> | undefined
  const loaded = copy.load()

  const state = () => ({
    ...stateOf(sync.freshness(), copy.memory.size),
    changes: copy.version,
  })

  /** One window of the list, as JSON. */
  async function list(asked: Asked): Promise<string> {
    await loaded
    const isComplete = sync.freshness().complete
    const isCounting = asked.limit === 0 && asked.facets.length > 0
    const own = isComplete || isCounting ? undefined : await fromTenant(asked)
    if (own) return answerOf(await withCounts(own.rows), { ...own, index: state() })
    if (!copy.isCurrent()) await copy.load()
    const { ords, ...found } = await findIdentities(file.read, copy.memory, asked)
    const rows = await withCounts(await identityBodies(file.read, ords))
    return answerOf(rows, { ...found, partial: !isComplete, index: state() })
  }

  /** Each as JSON, with the number of its accounts behind it. */
  async function withCounts(rows: { id: string; body: string }[]): Promise<string[]> {
    const memory = accounts()
    const ids = rows.map(({ id }) => id)
    const counts = memory && (await accountCounts(file.read, memory, ids))
    return rows.map(({ id, body }) => `${body.slice(0, -1)},"accounts":${counts?.get(id) ?? null}}`)
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
    const path = `/v2024/identities?${query}`
    const answer = await upstream.call({ method: 'GET', path, headers: {}, signal })
    const total = Number(answer.headers['x-total-count'] ?? Number.NaN)
    const text = await readText(answer.body, MOST_BYTES)
    if (answer.status === 403) {
      throw new Refusal(
        403,
        textIn(text) ?? 'The tenant does not let this operator list identities.',
      )
    }
    if (answer.status !== 200 || !Number.isInteger(total) || !text) return undefined
    const items: TenantIdentity[] = JSON.parse(text)
    const rows = items.map((item) => ({ id: item.id, body: JSON.stringify(item) }))
    return { rows, total, facets: [], bounded: false, partial: false }
  }

  return {
    copy,
    state,
    list,
    refresh: sync.refresh,
    isComplete: () => sync.freshness().complete,
    /** Begins to keep the copy; nothing where it has begun. */
    start: () => {
      running ??= loaded.then(() => sync.run())
    },
    /** Of a list, only those that the copy has: it may hold hidden ones, which nothing marks. */
    observe: async (found: TenantIdentity[], isList: boolean) => {
      const { pass } = (await copy.readState()) ?? { pass: FIRST_PASS_MARK }
      const known = isList ? await copy.known(found.map(({ id }) => id)) : undefined
      await copy.put(known ? found.filter(({ id }) => known.has(id)) : found, pass)
      // Nobody has to wait for it: a row that was not put in its place yet is there all the same.
      copy.order().catch((error: unknown) => log.error(error))
    },
    forget: (id: string) => copy.remove([id]),
    async ended() {
      await loaded
      await running
      await copy.whenStill()
    },
  }
}

const textIn = (text: string | undefined) => /"text"\s*:\s*"([^"]+)"/.exec(text ?? '')?.[1]

/** The rows are JSON already; reading and writing them again would cost more than all the rest. */
const answerOf = (
  rows: string[],
  { total, facets, bounded, partial, index }: Omit<Schemas['IndexedIdentities'], 'items'>,
) =>
  `{"items":[${rows.join(',')}],${JSON.stringify({ total, facets, bounded, partial, index }).slice(1)}`
