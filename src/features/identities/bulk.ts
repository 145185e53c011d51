import { identityText } from '#lib/messages/identities.ts'

/** Enable or disable the log-in of many identities. Knows neither HTTP nor the screen. */
export type BulkAction = 'enable' | 'disable'

/** What the tenant takes in one request, as far as is known; more is another kind of work. */
export const BULK_LIMIT = 250

export type BulkItem = { id: string; name: string }

/**
 * `accepted` is a promise, not a fact: what a re-read shows decides between `confirmed` and
 * `unconfirmed`. `unknown` is a request whose answer was lost; it may have been carried out.
 */
export type VerdictState =
  | 'sending'
  | 'accepted'
  | 'unknown'
  | 'confirmed'
  | 'failed'
  | 'unconfirmed'

export type Verdict = BulkItem & { state: VerdictState; words?: string }

/** An item of the tenant's answer, of which nothing is sure to be there. */
export type Answer = { id?: string; statusCode?: number; message?: string | null }

/** `refused`: nothing was done. `lost`: it may have been done, since no usable answer came. */
export type Sent = { is: 'answered'; answers: Answer[] } | { is: 'refused' | 'lost'; words: string }

export type BulkDeps = {
  send: (action: BulkAction, ids: string[]) => Promise<Sent>
  /** Whether the log-in is disabled, by id; an identity that could not be read is absent. */
  readDisabled: (ids: string[]) => Promise<ReadonlyMap<string, boolean>>
  sleep: (ms: number) => Promise<void>
}

/** Waits before each re-read, about 20 s in all: a log-in switches in seconds or not at all. */
export const RE_READS_MS = [300, 700, 1500, 3000, 5000, 10_000]

/** Sends once, then re-reads until each item is settled or the tries are used up. Never rejects. */
export async function runBulk(
  action: BulkAction,
  items: BulkItem[],
  deps: BulkDeps,
  onChange: (verdicts: Verdict[]) => void = () => {},
): Promise<Verdict[]> {
  const unique = [...new Map(items.map((item) => [item.id, item])).values()]
  onChange(unique.map((item) => ({ ...item, state: 'sending' })))
  const sent = await deps.send(
    action,
    unique.map(({ id }) => id),
  )
  let verdicts = unique.map((item) => firstVerdict(item, sent))
  onChange(verdicts)

  const read = new Set<string>()
  for (const wait of RE_READS_MS) {
    const open = verdicts.filter(isOpen).map(({ id }) => id)
    if (open.length === 0) break
    await deps.sleep(wait)
    const disabled = await deps.readDisabled(open)
    for (const id of disabled.keys()) read.add(id)
    verdicts = verdicts.map((verdict) => confirmed(verdict, action, disabled))
    onChange(verdicts)
  }
  verdicts = verdicts.map((verdict) => settled(verdict, read))
  onChange(verdicts)
  return verdicts
}

export const isOpen = ({ state }: Verdict): boolean =>
  state === 'sending' || state === 'accepted' || state === 'unknown'

function firstVerdict({ id, name }: BulkItem, sent: Sent): Verdict {
  if (sent.is !== 'answered') {
    return { id, name, state: sent.is === 'refused' ? 'failed' : 'unknown', words: sent.words }
  }
  const answers = sent.answers.filter((answer) => answer.id === id)
  // Two answers for one identity: the worse one is believed.
  const refusal = answers.find(({ statusCode }) => statusCode !== undefined && statusCode >= 300)
  if (refusal) return { id, name, state: 'failed', words: wordsOf(refusal) }
  const isAccepted = answers.some(({ statusCode = 0 }) => statusCode >= 200)
  return isAccepted
    ? { id, name, state: 'accepted' }
    : { id, name, state: 'unknown', words: identityText.results.noVerdict }
}

const wordsOf = ({ message, statusCode = 0 }: Answer) =>
  message?.trim() || identityText.results.refusedAs(statusCode)

function confirmed(
  verdict: Verdict,
  action: BulkAction,
  disabled: ReadonlyMap<string, boolean>,
): Verdict {
  const { id, name } = verdict
  const isDone = disabled.get(id) === (action === 'disable')
  return isOpen(verdict) && isDone ? { id, name, state: 'confirmed' } : verdict
}

/** The tries are used up: what is still open is said as it is. */
function settled(verdict: Verdict, read: ReadonlySet<string>): Verdict {
  if (!isOpen(verdict)) return verdict
  const { id, name, state, words } = verdict
  const text = identityText.results
  if (!read.has(id)) return { id, name, state: 'unconfirmed', words: text.notRead }
  if (state === 'accepted') return { id, name, state: 'unconfirmed', words: text.notShown }
  return { id, name, state: 'unconfirmed', words: [words, text.lost].filter(Boolean).join(' ') }
}

/** Failed first: they are what somebody has to look at. */
const order: VerdictState[] = [
  'failed',
  'unconfirmed',
  'unknown',
  'sending',
  'accepted',
  'confirmed',
]

export const byUrgency = (verdicts: Verdict[]): Verdict[] =>
  verdicts.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name),
  )

export function countOf(verdicts: Verdict[], state: VerdictState): number {
  return verdicts.filter((verdict) => verdict.state === state).length
}
