import type { Account } from '#api/client.ts'
import type { components } from '#api/console-schema.d.ts'

import type { ActionId } from './actions.ts'
import { pending } from './pending.ts'

type Schemas = components['schemas']
type Run = Schemas['Run']

/** Those that a run of one has under way, whoever has begun it. */
export function underWayIn(runs: Run[]): Map<string, ActionId> {
  const found = new Map<string, ActionId>()
  for (const { accountId, action, state } of runs) {
    if (accountId !== null && state === 'running') found.set(accountId, called(action))
  }
  return found
}

/** What a list that was asked for at `since` says of its accounts, by `performance.now()`. */
export function hearOfRuns(
  accounts: Account[],
  told: Schemas['PendingAccount'][] | undefined,
  since: number,
): void {
  const ids = accounts.map(({ id }) => id)
  const others = (told ?? []).map(({ accountId, action }) => [accountId, called(action)] as const)
  pending.hearOf(ids, new Map(others), since)
}

/** As the account's own menu calls it. */
function called(action: Run['action']): ActionId {
  if (action === 'enableLogIn') return 'enable'
  if (action === 'disableLogIn') return 'disable'
  return action === 'correlate' ? 'reassign' : action
}
