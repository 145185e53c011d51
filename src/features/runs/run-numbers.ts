import { runText as text } from '#lib/messages/runs.ts'
import { labelOf } from '#lib/visible-text.ts'

import type { Plan, Run, RunAction } from './types.ts'

/** Accounts that it is about: what there was nothing to do for is not what it is watched for. */
export const sizeOf = ({ counts }: Run): number => counts.total - counts.skipped

/** Of those, the ones whose verdict is known. */
export const settledOf = ({ counts }: Run): number =>
  counts.done + counts.failed + counts.notConfirmed + counts.notSent

export const isOver = ({ state }: Run): boolean => state === 'finished' || state === 'cancelled'

/** In whole percent, and 100 only where nothing is left. */
export function percentOf(runs: Run[]): number {
  const total = runs.reduce((sum, run) => sum + sizeOf(run), 0)
  const settled = runs.reduce((sum, run) => sum + settledOf(run), 0)
  return total === 0 ? 0 : Math.floor((settled / total) * 100)
}

/** What a run is called on every screen. */
export const nameOf = (run: Run): string => {
  const { action, counts, accountName } = run
  // Where nothing was to do for any of them, it is still about them.
  const size = sizeOf(run) || counts.total
  const only = counts.total === 1 ? labelOf(accountName) : undefined
  return text.name(action, size, { to: newOwnerOf(run), only, isUndo: run.undoOf !== null })
}

/** What a run of the plan would do. */
export const planName = (plan: Plan, count: number): string =>
  text.name(plan.action, count, { to: newOwnerOf(plan), isUndo: plan.undoOf !== null })

/** Whether its accounts get another owner, which the lists then show. */
export const givesAway = (action: RunAction): boolean =>
  action === 'reassign' || action === 'correlate'

/** To whom all its accounts are given; undefined where each has its own, or the action has none. */
export function newOwnerOf({ action, target }: Pick<Run, 'action' | 'target'>) {
  if (!target || !givesAway(action)) return undefined
  return labelOf(target.identityName) ?? target.identityId ?? undefined
}
