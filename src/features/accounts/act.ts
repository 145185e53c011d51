import type { Account } from '#api/client.ts'
import { runOne } from '#api/run-one.ts'
import type { RunItem } from '#api/run-plan.ts'

import type { AccountAction } from './actions.ts'
import { readAccount } from './read-account.ts'

/** What can truthfully be said once an action has been followed to its end. */
export type Verdict =
  /** The account as it was read again; undefined where only the console could read it. */
  | { is: 'confirmed'; account: Account | undefined; warnings: string[] }
  | { is: 'gone' }
  | { is: 'not-confirmed'; account: Account | undefined; words: string }
  | { is: 'failed'; account: Account | undefined; item: RunItem }
  /** Nothing was sent, and why. */
  | { is: 'kept'; account: Account | undefined; words: string }

/** Where an account that cannot be found any more is what was wanted. */
const endsGone = new Set<AccountAction['id']>(['remove', 'delete'])

/** Sends an action and follows it to its verdict. Rejects where it was not sent. */
export async function act(asked: AccountAction, id: string): Promise<Verdict> {
  const { id: action, identityId, attributes } = asked
  const selection = { accountIds: [id] }
  const given = { ...(identityId && { identityId }), ...(attributes && { attributes }) }
  const one = await runOne({ action, selection, ...given })
  const read = await readAccount(id)
  const account = read.is === 'found' ? read.value : undefined
  if (one.is === 'kept') return { is: 'kept', account, words: one.words }
  const { item } = one
  const words = item.words ?? ''
  switch (item.state) {
    case 'done':
      if (endsGone.has(action) || read.is === 'missing') return { is: 'gone' }
      return { is: 'confirmed', account, warnings: words ? [words] : [] }
    case 'notConfirmed':
      return { is: 'not-confirmed', account, words }
    case 'failed':
      return read.is === 'missing' ? { is: 'gone' } : { is: 'failed', account, item }
    default:
      return { is: 'kept', account, words }
  }
}
