import { TenantFailure } from '../../domain/failures.ts'
import type { TenantAccount } from '../store/record.ts'
import { readChanges } from './changes.ts'
import { napper } from './nap.ts'
import { readAll, start, type Cursor } from './pass.ts'
import { ReadFailed, type Page, type Reader } from './reader.ts'
import { removeVanished } from './vanished.ts'

/** What is known about the copy; kept in the database. */
export type SyncState = {
  /** The pass that runs or ran last; it begins with 1. */
  pass: number
  /** Undefined once the pass has met every account. */
  cursor: Cursor | undefined
  /** The tenant's clock when the pass began: changes are read from there on. */
  passStarted: number | undefined
  /** Whether some pass has come to its end. */
  complete: boolean
  /** Changes before this time of the tenant's clock are in the copy. */
  changesUntil: number | undefined
  /** When a whole pass ended last, by the console's clock. */
  completed: number | undefined
  /** When the copy was last known to equal the tenant, by the console's clock. */
  asOf?: number | undefined
  /** The tenant that the copy is of, by its own id. */
  tenantId?: string | undefined
}

export const emptyState: SyncState = {
  pass: 1,
  cursor: undefined,
  passStarted: undefined,
  complete: false,
  changesUntil: undefined,
  completed: undefined,
}

export type Copy = {
  /** A first pass runs: nobody needs the order of the rows before it has ended. */
  firstPass: () => void
  /** It has ended. */
  firstPassEnded: () => Promise<void>
  readState: () => Promise<SyncState | undefined>
  writeState: (state: SyncState) => Promise<void>
  /** Writes the accounts and, in the same transaction, the state. */
  put: (accounts: TenantAccount[], pass: number, state?: SyncState) => Promise<void>
  remove: (ids: string[]) => Promise<void>
  /** The accounts may show that others of their identities are out of date. */
  compare: (accounts: TenantAccount[]) => void
  /** Some of those that are, each once; none where there are no more. */
  disagreeing: () => Promise<string[]>
  unseen: (pass: number, limit: number) => Promise<string[]>
  count: () => Promise<number>
  prefixes: (prefix: string) => Promise<Map<string, number>>
  ids: (prefix: string) => Promise<string[]>
  /** Throws everything away. */
  renew: (why: string) => Promise<void>
  /** Whether an error says that what has been written cannot be relied on. */
  isBroken: (error: unknown) => error is Error
}

type Deps = {
  reader: Reader
  copy: Copy
  signal: AbortSignal
  /** Called when something about the copy's freshness or completeness has changed. */
  changed: () => void
  /** The tenant asked to wait, or failed: the sync goes on by itself. */
  log: { warn: (text: string) => void; error: (error: unknown) => void }
  now?: () => number
  pause?: { poll: number; retry: (failures: number) => number }
}

/** A change may become visible later than the time that it carries. */
const OVERLAP_MS = 60_000
/** What changes without a new time of change is met by a whole pass, once a day. */
const WHOLE_PASS_MS = 24 * 3_600_000

export const defaultPause = {
  poll: 5000,
  retry: (failures: number) =>
    Math.min(60_000, 1000 * 2 ** Math.min(failures, 6)) * (0.5 + Math.random() / 2),
}

export type Freshness = {
  complete: boolean
  /** Accounts that the tenant counted; undefined until it has. */
  total: number | undefined
  /** When the copy was last known to equal the tenant, by the console's clock. */
  asOf: number | undefined
  /** Why it is not up to date at the moment. */
  problem: string | undefined
}

/** What a work failed with; undefined where it did not. */
const failureOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

/** Keeps the copy equal to the tenant until the signal ends it. */
export function createSync({
  reader,
  copy,
  signal,
  changed,
  log,
  now = Date.now,
  pause = defaultPause,
}: Deps) {
  const freshness: Freshness = {
    complete: false,
    total: undefined,
    asOf: undefined,
    problem: undefined,
  }
  const { nap, wake } = napper(signal)
  let broken: Error | undefined
  /** After a start or a pass, also what the copy has already may show that the rest is out of date. */
  let isFirstLook = true

  async function run(): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      try {
        await once()
        failures = 0
        tell({ problem: undefined })
        await nap(pause.poll)
      } catch (error) {
        if (signal.aborted) return
        failures += 1
        const left = copy.isBroken(error) ? await failureOf(startAnew(error.message)) : error
        if (left !== undefined) tell({ problem: told(left, failures === 1) })
        const asked = error instanceof ReadFailed ? error.retryAfter : undefined
        await nap(asked === undefined ? pause.retry(failures) : asked * 1000)
      }
    }
  }

  /** What is wrong, as a sentence; the log has it once for each row of failures. */
  function told(error: unknown, isFirst: boolean): string {
    const { message } = error instanceof Error ? error : { message: String(error) }
    // The log has a line already where the tenant cannot be reached.
    if (error instanceof TenantFailure) return message
    if (error instanceof ReadFailed) {
      if (isFirst) log.warn(`The index waits: ${message}`)
      return message
    }
    if (isFirst) log.error(error)
    return `The index cannot be kept: ${message}.`
  }

  async function startAnew(why: string): Promise<void> {
    await copy.renew(why)
    broken = undefined
    tell({ complete: false, total: undefined, asOf: undefined })
  }

  async function once(): Promise<void> {
    if (broken) throw broken
    const known = (await copy.readState()) ?? emptyState
    tell({ complete: known.complete, asOf: known.asOf })
    const state = await ofThisTenant(known)
    const isDue = state.completed === undefined || now() - state.completed > WHOLE_PASS_MS
    const afterPass = state.cursor || isDue ? await wholePass(state) : state
    await catchUp(afterPass)
  }

  /** An address may lead to another tenant than it did: nothing of the copy is true of that one. */
  async function ofThisTenant(state: SyncState): Promise<SyncState> {
    const tenantId = (await reader.tenantId()) ?? state.tenantId
    const isAnother = state.tenantId !== undefined && state.tenantId !== tenantId
    if (isAnother) await startAnew('it is of another tenant')
    return { ...(isAnother ? emptyState : state), tenantId }
  }

  async function wholePass(before: SyncState): Promise<SyncState> {
    if (!before.complete) copy.firstPass()
    let state: SyncState = before.cursor
      ? before
      : {
          ...before,
          pass: before.pass + (before.completed ? 1 : 0),
          cursor: start,
          passStarted: undefined,
        }
    await readAll(
      {
        reader,
        store: async (accounts: TenantAccount[], cursor: Cursor, page: Page) => {
          state = { ...state, cursor, passStarted: state.passStarted ?? page.at }
          await put(accounts, state.pass, state)
          tell({ total: page.total ?? freshness.total })
        },
      },
      state.cursor ?? start,
    )
    await removeUnseen(state.pass)
    if (!state.complete) await copy.firstPassEnded()
    isFirstLook = true
    // What came in behind the pass has a time of change after its beginning.
    const changesUntil = Math.min(state.changesUntil ?? Infinity, state.passStarted ?? now())
    state = { ...state, cursor: undefined, complete: true, completed: now(), changesUntil }
    await copy.writeState(state)
    return state
  }

  /** What the pass did not meet has gone, or has moved past it: the tenant is asked for each. */
  async function removeUnseen(pass: number): Promise<void> {
    while (true) {
      const ids = await copy.unseen(pass, 200)
      if (ids.length === 0) return
      const there = await reader.byIds(ids)
      await copy.put(there, pass)
      const found = new Set(there.map(({ id }) => id))
      await copy.remove(ids.filter((id) => !found.has(id)))
    }
  }

  async function catchUp(state: SyncState): Promise<void> {
    const asOf = now()
    const since = Math.max(0, (state.changesUntil ?? asOf) - OVERLAP_MS)
    const store = async (accounts: TenantAccount[]) => {
      await put(accounts, state.pass)
      if (isFirstLook) copy.compare(accounts)
    }
    const changesUntil = await readChanges({ reader, store }, since)
    isFirstLook = false
    for (let ids = await copy.disagreeing(); ids.length > 0; ids = await copy.disagreeing()) {
      await copy.put(await reader.byIds(ids), state.pass)
    }
    const [there, here] = [await reader.count(), await copy.count()]
    tell({ complete: true, total: there })
    if (there < here) await removeVanished({ reader, ...copy })
    await copy.writeState({ ...state, changesUntil, asOf })
    tell({ asOf })
  }

  async function put(accounts: TenantAccount[], pass: number, state?: SyncState): Promise<void> {
    if (broken) throw broken
    await copy.put(accounts, pass, state)
  }

  function tell(news: Partial<Freshness>): void {
    Object.assign(freshness, news)
    changed()
  }

  return {
    run,
    freshness: (): Freshness => ({ ...freshness }),
    /** Looks for changes now instead of at the next turn. */
    refresh: wake,
    /** A question has found that what is written cannot be relied on. */
    distrust: (error: Error) => {
      broken = error
      tell({ complete: false })
      wake()
    },
  }
}
