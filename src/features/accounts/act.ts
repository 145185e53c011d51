import type { Account } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'
import { runOne } from '#api/run-one.ts'
import type { RunItem } from '#api/run-plan.ts'

import type { AccountAction, FormAction, SentAction } from './actions.ts'
import { readAccount, wallClock } from './follow-api.ts'
import { follow, followLimits, type FollowLimits, type Seen } from './follow.ts'

/** What can truthfully be said once an action has been followed to its end. */
export type Verdict =
  /** The account as it was read again; undefined where only the console could read it. */
  | { is: 'confirmed'; account: Account | undefined; warnings: string[] }
  | { is: 'gone' }
  | { is: 'not-confirmed'; account: Account | undefined; words: string }
  /** The tenant's record of it does not change. */
  | { is: 'unchanged' | 'unread'; account: Account | undefined }
  | { is: 'failed'; account: Account | undefined; item: RunItem }
  /** Nothing was sent, and why. */
  | { is: 'kept'; account: Account | undefined; words: string }

/** Where an account that cannot be found any more is what was wanted. */
const endsGone = new Set<SentAction['id']>(['remove', 'delete'])

/** Sends an action and follows it to its verdict. Rejects where it was not sent. */
export function act(action: SentAction, account: Account): Promise<Verdict> {
  return 'send' in action ? sendForm(action, account.id) : runAction(action, account.id)
}

async function runAction(asked: AccountAction, id: string): Promise<Verdict> {
  const { id: action, identityId } = asked
  const selection = { accountIds: [id] }
  const one = await runOne({ action, selection, ...(identityId && { identityId }) })
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

async function sendForm({ send, shows }: FormAction, accountId: string): Promise<Verdict> {
  const job = { accountId, shows }
  try {
    await send(accountId)
  } catch (error) {
    const seen = isAnswerLost(error) ? await follow(job, readAccount, wallClock, glance) : undefined
    if (seen?.is === 'confirmed') return verdictOf(seen)
    throw error
  }
  return verdictOf(await follow(job, readAccount, wallClock))
}

function verdictOf(seen: Seen): Verdict {
  if (seen.is === 'confirmed') return { ...seen, warnings: [] }
  return seen.is === 'gone' ? seen : { is: seen.why, account: seen.account }
}

/** Long enough to see a change whose answer was lost on the way, short where nothing happened. */
const glance: FollowLimits = { ...followLimits, settleMs: 2_500, deafMs: 2_500 }

/** No answer, or a gateway's: the tenant may have accepted it all the same. */
const isAnswerLost = (error: unknown) =>
  error instanceof ApiError && [0, 502, 504].includes(error.status)
