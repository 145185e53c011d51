import { say } from '../domain/sentences.ts'
import type { Action } from './actions.ts'
import type { AccountFacts } from './facts.ts'
import type { Pace } from './pace.ts'
import type { Target } from './target.ts'
import type { TaskEnd } from './tenant-calls.ts'

/** What is known of an item that was sent. Times are of a clock that only goes forth. */
export type Followed = {
  /** `unsure` for a request without an answer to believe: it may have been done. */
  kind: 'accepted' | 'unsure'
  since: number
  taskId: string | null
  /** Its task, once that has ended. */
  end: TaskEnd | undefined
  /** When it was first seen to have ended well. */
  endedAt: number | undefined
  /** Whether its task can be read at all; undefined before that was tried. */
  taskKnown: boolean | undefined
  /** When the account was first read after a request without an answer. */
  firstLook: number | undefined
  resendAfter: number
  /** Whether the tenant has said that it failed, so that nothing is on its way there any more. */
  isAnswered: boolean
  words: string | null
}

export type Seen = {
  /** Undefined where it was not read. */
  account: AccountFacts | undefined
  /** Whom it was to be given to, where it was. */
  target?: Target | undefined
  isGone: boolean
  now: number
}

export type Judgement =
  | { is: 'wait' }
  | { is: 'resend' }
  | { is: 'confirm' | 'fail' | 'giveUp'; words: string | null }

const wait: Judgement = { is: 'wait' }

/** What can truthfully be said of an item now that its account and its task have been looked at. */
export function judge(action: Action, item: Followed, seen: Seen, pace: Pace): Judgement {
  if (seen.isGone) return gone(action, item)
  if (seen.account && action.shows?.(seen.account, seen.target)) {
    return { is: 'confirm', words: warning(item) }
  }
  return item.kind === 'accepted' ? accepted(action, item, seen, pace) : unsure(item, seen, pace)
}

function gone({ endsGone, shows }: Action, { end }: Followed): Judgement {
  if (endsGone) return { is: 'confirm', words: null }
  // Read from its source, where it is no longer.
  if (!shows && end?.well !== false) {
    return {
      is: 'confirm',
      words: end?.words ?? say('goneAtSource'),
    }
  }
  return { is: 'fail', words: end?.words ?? say('gone') }
}

function accepted({ shows }: Action, item: Followed, seen: Seen, pace: Pace): Judgement {
  const { end, endedAt = seen.now, since, taskId, taskKnown } = item
  const elapsed = seen.now - since
  if (end && !end.well) return { is: 'fail', words: end.words }
  if (end && !shows) return { is: 'confirm', words: warning(item) }
  if (end) {
    if (seen.now - endedAt < pace.settle) return wait
    return { is: 'giveUp', words: say('taskWithoutEffect') }
  }
  if (taskId !== null && taskKnown !== false) {
    if (elapsed < pace.task) return wait
    return { is: 'giveUp', words: say('taskWithoutEnd') }
  }
  if (elapsed < pace.blind) return wait
  return { is: 'giveUp', words: say(shows ? 'taskUnknown' : 'taskUnknownBlind') }
}

function unsure(item: Followed, seen: Seen, pace: Pace): Judgement {
  const { since, firstLook, resendAfter, isAnswered } = item
  // What may still be on its way at the tenant counts from when the tenant could be asked again.
  const from = isAnswered ? since : (firstLook ?? seen.now)
  if (seen.account) return seen.now - from >= resendAfter ? { is: 'resend' } : wait
  if (seen.now - since < pace.blind) return wait
  return { is: 'giveUp', words: say('noAnswerUnread') }
}

const warning = ({ end }: Followed) => (end?.well === true ? end.words : null)
