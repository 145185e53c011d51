import { mutationOptions, MutationObserver, type QueryClient } from '@tanstack/react-query'

import type { Account } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'
import { retryDelay } from '#api/query-client.ts'
import { learnRefusal } from '#features/session/queries.ts'
import { actionText } from '#lib/messages/account-actions.ts'
import { announce } from '#ui/live-region.tsx'

import { act, type Verdict } from './act.ts'
import { refusalKey } from './action-rules.ts'
import type { AccountAction } from './actions.ts'
import { dropAccount, putAccount } from './cache.ts'
import { nameOf } from './name-of.ts'
import { pending } from './pending.ts'
import { accountKeys } from './queries.ts'
import { tell } from './tell.ts'
import { noticeOf, refusalOf } from './verdict-notice.ts'

type Act = { action: AccountAction; account: Account }

const actKey = [...accountKeys.all, 'act'] as const

/**
 * Sends an action and follows it to its verdict, which the caches and the user then learn. Nothing
 * is patched before the account has been read again: accepted is not done.
 */
export const actOnAccount = mutationOptions({
  mutationKey: actKey,
  mutationFn: ({ action, account }: Act) => act(action, account.id),
  // A full rate limit means that nothing was done yet, so sending it again is safe.
  retry: (failures, error) => error instanceof ApiError && error.status === 429 && failures < 5,
  retryDelay,
  // Offline it has to fail now, rather than be sent unasked once the network is back.
  networkMode: 'always',
  onSuccess: (verdict, { action, account }, _result, { client }) => {
    if (verdict.is === 'gone') dropAccount(client, account.id)
    else if (verdict.account) putAccount(client, verdict.account)
    if (verdict.is === 'failed' && verdict.item.status === 403) {
      learnRefusal(client, refusalKey(action.id), verdict.item.words ?? '')
    }
    if (verdict.is === 'confirmed' || !isWatched(action))
      tell(noticeOf(verdict, action.id, account))
  },
  onError: (error, { action, account }, _result, { client }) => {
    if (error instanceof ApiError && error.status === 403) {
      learnRefusal(client, refusalKey(action.id), error.text)
    }
    if (!isWatched(action)) tell(refusalOf(error, action.id, account))
  },
  onSettled: (_verdict, _error, { account }, _result, { client }) => {
    pending.end(account.id)
    // Only the last one out refetches: a read in between would show rows that are still changing.
    if (client.isMutating({ mutationKey: actKey }) > 1) return
    void client.invalidateQueries({ queryKey: accountKeys.all })
  },
})

const isWatched = (action: AccountAction) => action.isWatched?.()

/** How an action ended, for a form that waits for it. */
export type Outcome = Verdict | { is: 'refused'; error: Error }

/** Starts it unless one is under way: the account is *Pending* before anything is sent. */
export function startAction(
  client: QueryClient,
  action: AccountAction,
  account: Account,
): Promise<Outcome> | undefined {
  if (!pending.begin(account.id, action.id)) return undefined
  announce(actionText.verdicts.started[action.id](nameOf(account)))
  // Its own handlers tell the failure, whoever has left the screen by then.
  return new MutationObserver(client, actOnAccount)
    .mutate({ action, account })
    .catch((error: Error): Outcome => ({ is: 'refused', error }))
}
