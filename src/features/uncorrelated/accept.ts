import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'

import type { Owner } from './queries.ts'

const text = uncorrelatedText.words

/** An account, and the identity that it is to belong to. */
export type Item = {
  account: {
    id: string
    name: string
    sourceId: string
    sourceName: string
    authoritative: boolean
  }
  owner: Owner
  /** Somebody has typed the owner's name, as accounts of authoritative sources ask for. */
  isTyped?: boolean
}

export type VerdictState =
  | 'waiting'
  | 'sending'
  | 'checking'
  | 'confirmed'
  | 'failed'
  | 'unconfirmed'
  | 'taken'

export type Verdict = Item & {
  state: VerdictState
  /** Why, in the tenant's words where it gave some. */
  words?: string | undefined
  trackingId?: string | undefined
  /** The tenant does not let the operator do this on the account's source. */
  isForbidden?: boolean | undefined
}

type Problem = Pick<Verdict, 'trackingId' | 'isForbidden'> & { words: string }
/** An account as it was read: `owner` is undefined while it belongs to nobody. */
export type Seen =
  | { is: 'found'; owner: { id: string; name: string } | undefined; authoritative?: boolean }
  | { is: 'gone' }
  | ({ is: 'unread' } & Problem)
export type Sent = { is: 'accepted' } | ({ is: 'refused' | 'lost' } & Problem)

export type AcceptCalls = {
  read: (accountId: string) => Promise<Seen>
  correlate: (accountId: string, identityId: string) => Promise<Sent>
  sleep: (ms: number) => Promise<void>
}

/** Before each look at an account that was sent. */
const LOOKS_MS = [0, 500, 1500, 3000]
/** Each item is a few calls one after the other; the console's server keeps the tenant's limit. */
const AT_ONCE = 3

export const isOpen = ({ state }: Verdict): boolean =>
  state === 'waiting' || state === 'sending' || state === 'checking'

/**
 * Correlates each account and reads it again: accepted is not done. An account that found an owner
 * meanwhile is left alone, since the change would take it away from them.
 */
export async function runAccept(
  items: readonly Item[],
  calls: AcceptCalls,
  onVerdict: (verdict: Verdict) => void,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = items.map((item) => ({ ...item, state: 'waiting' }))
  for (const verdict of verdicts) onVerdict(verdict)
  let next = 0
  async function work(): Promise<void> {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at]
      if (!item) return
      const tell = (change: End) => {
        const verdict = { ...item, ...change }
        verdicts[at] = verdict
        onVerdict(verdict)
      }
      tell({ state: 'sending' })
      tell(await settle(item, calls, () => tell({ state: 'checking' })))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return verdicts
}

type End = Omit<Verdict, keyof Item>

async function settle(item: Item, calls: AcceptCalls, onSent: () => void) {
  const { account, owner } = item
  const before = await calls.read(account.id)
  const known = endBefore(before, item)
  if (known) return known
  const sent = await calls.correlate(account.id, owner.id)
  if (sent.is === 'refused') return failed(sent)
  onSent()
  return look(account.id, owner, sent, calls)
}

function endBefore(before: Seen, { owner, isTyped }: Item): End | undefined {
  if (before.is === 'gone') return { state: 'failed', words: text.gone }
  if (before.is === 'unread') return failed({ ...before, words: text.unread(before.words) })
  if (!before.owner) {
    // The index may be older than the change that made the source authoritative.
    const isAsked = !before.authoritative || isTyped
    return isAsked ? undefined : { state: 'failed', words: text.authoritative }
  }
  if (before.owner.id === owner.id) return { state: 'confirmed' }
  return { state: 'taken', words: text.taken(before.owner.name) }
}

async function look(id: string, owner: Owner, sent: Sent, calls: AcceptCalls): Promise<End> {
  let last: Seen = { is: 'gone' }
  for (const pause of LOOKS_MS) {
    if (pause > 0) await calls.sleep(pause)
    last = await calls.read(id)
    if (last.is === 'gone') return { state: 'failed', words: text.gone }
    if (last.is === 'found' && last.owner?.id === owner.id) return { state: 'confirmed' }
  }
  if (sent.is === 'lost') {
    // It was read and shows no change: with what the tenant said that is a failure.
    if (last.is === 'found') return failed(sent)
    return { ...failed(sent), state: 'unconfirmed', words: text.lost(sent.words) }
  }
  return { state: 'unconfirmed', words: last.is === 'unread' ? text.notRead : text.notShown }
}

const failed = ({ words, trackingId, isForbidden }: Problem): End => ({
  state: 'failed',
  words,
  trackingId,
  isForbidden,
})

const urgency: VerdictState[] = ['failed', 'taken', 'unconfirmed']
/** What needs somebody, the failed ones first. */
export const needsSomebody = (verdicts: readonly Verdict[]): Verdict[] =>
  urgency.flatMap((state) => verdicts.filter((verdict) => verdict.state === state))
