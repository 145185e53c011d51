import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import { accountKeys } from '#features/accounts/queries.ts'
import { learnRefusal } from '#features/session/queries.ts'
import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { announce } from '#ui/live-region.tsx'

import { acceptCalls } from './accept-calls.ts'
import { isOpen, runAccept, type Item, type Verdict } from './accept.ts'

/** By account id; of an account that is sent again, the last one. */
export type Verdicts = ReadonlyMap<string, Verdict>
/** `batch`: what was accepted last, which the panel tells of. */
export type Outcome = {
  verdicts: Verdicts
  batch: readonly string[]
  /** The run that the last of them were sent by. */
  runId?: string
  isShown: boolean
}

/** Outside the page, so that what was started goes on while other pages are looked at. */
let outcome: Outcome = { verdicts: new Map(), batch: [], isShown: false }
const listeners = new Set<() => void>()

function change(next: Partial<Outcome>) {
  outcome = { ...outcome, ...next }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useOutcome = (): Outcome => useSyncExternalStore(subscribe, () => outcome)
/** Whether the row has found its owner, though the list on screen is older than that. */
export const isDone = (id: string): boolean => outcome.verdicts.get(id)?.state === 'confirmed'

/** Who comes back later sees rows as they are by then. */
export function forgetDone(): void {
  if (isUnderWay()) return
  const left = [...outcome.verdicts].filter(([, { state }]) => state !== 'confirmed')
  if (!outcome.isShown) change({ verdicts: new Map(left) })
}

const isUnderWay = () => [...outcome.verdicts.values()].some(isOpen)

/** Accounts that are under way already are left out: two owners must not overtake each other. */
export async function startAccept(client: QueryClient, items: readonly Item[]): Promise<void> {
  const fresh = items.filter(({ account: { id } }) => {
    const known = outcome.verdicts.get(id)
    return !known || (!isOpen(known) && known.state !== 'confirmed')
  })
  if (fresh.length === 0) return
  const isJoining = isUnderWay()
  const ids = fresh.map(({ account: { id } }) => id)
  const batch = isJoining ? [...new Set([...outcome.batch, ...ids])] : ids
  change({ batch, isShown: batch.length > 1 })
  const verdicts = await runAccept(fresh, acceptCalls, {
    onRun: (runId) => change({ runId }),
    onVerdict(verdict) {
      const { account, isForbidden, words } = verdict
      change({ verdicts: new Map(outcome.verdicts).set(account.id, verdict) })
      if (isForbidden) learnRefusal(client, refusalKey(account.sourceId), words ?? '')
    },
  })
  announce(saidOf(verdicts))
  void client.invalidateQueries({ queryKey: accountKeys.all })
}

/** By source: who may not correlate on one may still do so on a source of their own. */
export const refusalKey = (sourceId: string) => `correlate ${sourceId}`

export const hideOutcome = (): void => change({ isShown: false })

function saidOf(verdicts: Verdict[]): string {
  const [only] = verdicts
  if (only && verdicts.length === 1) {
    const { states } = uncorrelatedText
    const state =
      only.state === 'confirmed' ? states.confirmed(only.owner.name) : states[only.state]
    return [`${only.account.name}: ${state}.`, only.words].filter(Boolean).join(' ')
  }
  return summaryOf(verdicts)
}

export function summaryOf(verdicts: Verdict[]): string {
  const count = (...states: Verdict['state'][]) =>
    verdicts.filter(({ state }) => states.includes(state)).length
  const { progress, finished } = uncorrelatedText.outcome
  const open = verdicts.filter(isOpen).length
  if (open > 0) return progress(verdicts.length - open, verdicts.length)
  return finished(count('confirmed'), count('failed', 'taken'), count('unconfirmed'))
}
