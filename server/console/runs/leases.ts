import type { Peers } from '../store/peers.ts'
import type { RunRow } from '../store/schema.ts'
import type { Ledger } from './ledger.ts'
import type { Pace } from './pace.ts'

type Deps = {
  ledger: Ledger
  peers: Peers
  pace: Pace
  log: { error: (error: unknown) => void }
  /** Takes the leases, and does what follows of them. */
  turn: () => Promise<void>
}

/**
 * By which consoles on one database share out the runs: each run is one's for a while, who renews
 * that in good time. Of one that is gone, another takes it over when the time has passed. Where a
 * console is alone with its database it has every run from the start, for good.
 */
export function createLeases({ ledger, peers, pace, log, turn }: Deps) {
  let heldUntil = 0
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> | undefined
  let isEnded = false
  let hasFailed = false

  function next(ms: number): void {
    clearTimeout(timer)
    if (!isEnded && peers.areThere()) timer = setTimeout(begin, ms)
  }

  function begin(): void {
    working ??= turn()
      .then(
        () => {
          hasFailed = false
        },
        (error: unknown) => {
          if (!hasFailed) log.error(error)
          hasFailed = true
        },
      )
      .finally(() => {
        working = undefined
        next(pace.leaseTurn)
      })
  }

  return {
    /** Whether no other console can have taken over what this one has. */
    isHeld: () => !peers.areThere() || performance.now() < heldUntil,

    /** Every run that this console is to carry on, from now until it is to be asked again. */
    async take(): Promise<RunRow[]> {
      const asked = performance.now()
      const rows = await ledger.takeLeases()
      heldUntil = asked + pace.lease
      return rows
    },

    /** Goes on taking turns. */
    start: () => next(pace.leaseTurn),
    /** Something may be there to be taken. */
    hurry: () => next(0),

    async end(): Promise<void> {
      isEnded = true
      clearTimeout(timer)
      await working
      // Where that cannot be written, they run out.
      await ledger.endLeases().catch((error: unknown) => log.error(error))
      peers.tell({ about: 'leases' })
    },
  }
}
