import { TenantFailure } from '../../domain/failures.ts'
import { napper } from '../sync/nap.ts'
import { readAll, start } from '../sync/pass.ts'
import { PAGE, ReadFailed, type Reader } from '../sync/reader.ts'
import type { IdentityCopy } from './copy.ts'
import type { IdentityState } from './state.ts'

type Deps = {
  identities: Reader
  sources: Reader
  copy: IdentityCopy
  signal: AbortSignal
  changed: () => void
  log: { warn: (text: string) => void; error: (error: unknown) => void }
  retry: (failures: number) => number
  now?: () => number
  look?: number
}

export type IdentityFreshness = {
  complete: boolean
  /** Identities that the tenant counted; undefined until it has. */
  total: number | undefined
  asOf: number | undefined
  problem: string | undefined
}

/** How often the tenant is asked for their number, and the least time between two passes. */
const LOOK_MS = 30_000
/** A page of a pass is one call; at one in two seconds a pass takes 5 % of what ISC allows. */
const MS_PER_PAGE = 2000

/**
 * Keeps the copy of the identities equal to the tenant. The tenant cannot say which have changed, so
 * that all are read again and again, as often as a twentieth of the allowed calls lets it; and at
 * once where their number differs.
 */
export function createIdentitySync({
  copy,
  signal,
  changed,
  log,
  now = Date.now,
  look = LOOK_MS,
  ...deps
}: Deps) {
  const freshness: Omit<IdentityFreshness, 'complete'> = {
    total: undefined,
    asOf: undefined,
    problem: undefined,
  }
  /** Of the copy that is complete: one that was made anew since is not. */
  let completeGeneration: number | undefined
  const { nap, wake } = napper(signal)
  let isWanted = false
  /** Both numbers where they differed after the last pass, and where they did so twice in a row. */
  let suspect: string | undefined
  let odd: string | undefined

  async function run(): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      try {
        await once()
        failures = 0
        tell({ problem: undefined })
        await nap(look)
      } catch (error) {
        if (signal.aborted) return
        failures += 1
        tell({ problem: told(error, failures === 1) })
        const asked = error instanceof ReadFailed ? error.retryAfter : undefined
        await nap(asked === undefined ? deps.retry(failures) : asked * 1000)
      }
    }
  }

  function told(error: unknown, isFirst: boolean): string {
    const { message } = error instanceof Error ? error : { message: String(error) }
    if (error instanceof ReadFailed && isFirst) {
      log.warn(`The index of identities waits: ${message}`)
    } else if (!(error instanceof ReadFailed || error instanceof TenantFailure) && isFirst) {
      log.error(error)
    }
    return message
  }

  async function once(): Promise<void> {
    const state = (await copy.readState()) ?? { pass: 1, complete: false }
    tell({ asOf: freshness.asOf ?? state.completed })
    if (state.complete) completeGeneration = copy.generation
    const since = now() - (state.completed ?? 0)
    const pages = Math.ceil(copy.memory.size / PAGE)
    const isDue = since > Math.max(look, pages * MS_PER_PAGE) || (isWanted && since > look)
    isWanted = false
    if (state.cursor || isDue) return wholePass(state)
    const total = await deps.identities.count()
    tell({ total })
    // Where they differ after each pass, reading once more changes nothing.
    if (total !== copy.memory.size && numbersOf(total) !== odd) await wholePass(state)
  }

  async function wholePass(before: IdentityState): Promise<void> {
    let state: IdentityState = before.cursor
      ? before
      : { ...before, pass: before.pass + (before.completed ? 1 : 0), cursor: start }
    const asOf = now()
    const { generation } = copy
    await readSources()
    await readAll(
      {
        reader: deps.identities,
        sorters: 'name',
        store: async (identities, cursor, page) => {
          // Else the first part of the pass would be missing in a copy that began anew.
          if (copy.generation !== generation) throw new ReadFailed(0, 'The index is made anew.')
          state = { ...state, cursor }
          await copy.put(identities, state.pass, state)
          tell({ total: page.total ?? freshness.total })
        },
      },
      state.cursor ?? start,
    )
    await removeUnseen(state.pass)
    await copy.order()
    await copy.writeState({ ...state, cursor: undefined, complete: true, completed: now() })
    const total = await deps.identities.count()
    const differing = total === copy.memory.size ? undefined : numbersOf(total)
    odd = differing === suspect ? differing : undefined
    suspect = differing
    completeGeneration = generation
    tell({ total, asOf })
  }

  const numbersOf = (total: number) => `${total} there, ${copy.memory.size} here`

  /** What the pass did not meet has gone, or was passed by: the tenant is asked for each. */
  async function removeUnseen(pass: number): Promise<void> {
    while (true) {
      const ids = await copy.unseen(pass, PAGE)
      if (ids.length === 0) return
      const there = await deps.identities.byIds(ids)
      await copy.put(there, pass)
      const found = new Set(there.map(({ id }) => id))
      await copy.remove(ids.filter((id) => !found.has(id)))
    }
  }

  /** Not everybody may list them: search then goes by what accounts say of their sources. */
  async function readSources(): Promise<void> {
    try {
      const found = []
      for (let offset = 0; ; offset += PAGE) {
        const page = await deps.sources.list({ sorters: 'id', limit: PAGE, offset })
        found.push(...page.accounts)
        if (page.accounts.length < PAGE) break
      }
      await copy.putSources(found)
    } catch (error) {
      if (!(error instanceof ReadFailed && error.status === 403)) throw error
    }
  }

  function tell(news: Partial<typeof freshness>): void {
    Object.assign(freshness, news)
    changed()
  }

  return {
    run,
    freshness: (): IdentityFreshness => ({
      ...freshness,
      complete: completeGeneration === copy.generation,
    }),
    refresh: () => {
      isWanted = true
      wake()
    },
  }
}
