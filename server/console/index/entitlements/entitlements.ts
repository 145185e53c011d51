import type { components } from '../../../../src/api/console-schema.d.ts'
import type { Upstream } from '../../upstream/upstream.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import type { IndexFile } from '../store/index-file.ts'
import type { Catalogue } from './catalogue.ts'
import { createLearner } from './learner.ts'
import { createEntitlementReader } from './reader.ts'

type EntitlementState = components['schemas']['EntitlementState']

type Deps = {
  file: IndexFile
  upstream: Upstream
  catalogue: Catalogue
  memory: () => AccountMemory
  isComplete: () => boolean
  asOf: () => number | undefined
  changed: (areAccounts: boolean) => void
  signal: AbortSignal
  log: { warn: (text: string) => void; error: (error: unknown) => void }
  pause: { poll: number; retry: (failures: number) => number }
}

/** Of what the tenant allows: a third is left to people and to the rest of the copy. */
const SHARE_UNKNOWN = 2 / 3
/** What is asked again can wait. */
const SHARE_AGAIN = 1 / 20
const WINDOW_MS = 10_000

/** Milliseconds between two calls; whoever looks for changes more often wants to know this sooner. */
function paceFor(limit: number, poll: number) {
  const idle = Math.min(1000, poll)
  if (limit === 0) return { unknown: 0, again: Math.min(200, idle), idle }
  const every = WINDOW_MS / limit
  return { unknown: every / SHARE_UNKNOWN, again: every / SHARE_AGAIN, idle }
}

/** What the console knows of the entitlements of all accounts, kept from `start` on. */
export function openEntitlements({ upstream, signal, pause, ...deps }: Deps) {
  const { catalogue, memory, isComplete } = deps
  const learner = createLearner({
    ...deps,
    signal,
    reader: createEntitlementReader(upstream, signal),
    retry: pause.retry,
    pace: paceFor(upstream.budget.limit, pause.poll),
  })
  let running: Promise<void> | undefined
  let counted: { memory: AccountMemory; version: number; unknown: number } | undefined

  function unknownAccounts(): number {
    const rows = memory()
    if (counted?.memory !== rows || counted.version !== rows.version) {
      const unknown = rows.live.copy().andNot(rows.privileges.known()).count()
      counted = { memory: rows, version: rows.version, unknown }
    }
    return counted.unknown
  }

  return {
    /** Begins to learn; nothing where it has begun. */
    start: () => {
      running ??= learner.run()
    },
    refresh: learner.refresh,
    state(): EntitlementState {
      const unknown = unknownAccounts()
      const problem = unknown > 0 ? (learner.problem() ?? null) : null
      return { ...catalogue.progress, complete: isComplete() && unknown === 0, unknown, problem }
    },
    ended: async () => running,
  }
}
