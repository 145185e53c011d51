import type { Plan, PlanItem, RunItem } from '#api/run-plan.ts'
import { reasonText } from '#lib/messages/reasons.ts'
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
  trackingId?: string | null | undefined
  /** The tenant does not let the operator do this on the account's source. */
  isForbidden?: boolean | undefined
}

export type AcceptCalls = {
  /** What a run would do with each; nothing has been sent. */
  plan: (items: readonly Item[]) => Promise<{ plan: Plan; items: PlanItem[] }>
  /** Answers the run's id. */
  start: (plan: Plan) => Promise<string>
  /** Undefined where the console cannot be asked now. */
  items: (runId: string) => Promise<RunItem[] | undefined>
  news: (runId: string) => { next: () => Promise<void>; stop: () => void }
}

type Heard = { onVerdict: (verdict: Verdict) => void; onRun?: (runId: string) => void }
type End = Omit<Verdict, keyof Item>
type Tell = (item: Item, end: End) => void

export const isOpen = ({ state }: Verdict): boolean =>
  state === 'waiting' || state === 'sending' || state === 'checking'

/**
 * Has the accounts given to their owners by a run and follows it to the verdict of each; the run goes
 * on in the console whatever happens here. An account that found an owner meanwhile is left alone.
 */
export async function runAccept(
  items: readonly Item[],
  calls: AcceptCalls,
  { onVerdict, onRun }: Heard,
): Promise<Verdict[]> {
  const verdicts = new Map<string, Verdict>()
  const tell: Tell = (item, end) => {
    const verdict = { ...item, ...end }
    verdicts.set(item.account.id, verdict)
    onVerdict(verdict)
  }
  const open = () => items.filter(({ account: { id } }) => isOpenIn(verdicts, id))
  for (const item of items) tell(item, { state: 'waiting' })
  let runId: string | undefined
  try {
    const plan = await planTyped(items, calls, tell)
    if (plan && open().length > 0) {
      runId = await calls.start(plan)
      onRun?.(runId)
      await follow(runId, open, calls, tell)
    }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    for (const item of open()) tell(item, { state: runId ? 'unconfirmed' : 'failed', words })
  }
  return items.flatMap(({ account: { id } }) => verdicts.get(id) ?? [])
}

const isOpenIn = (verdicts: ReadonlyMap<string, Verdict>, id: string): boolean => {
  const verdict = verdicts.get(id)
  return verdict !== undefined && isOpen(verdict)
}

/** A plan of what is to be sent; what is not has its verdict then. Undefined where nothing is left. */
async function planTyped(
  items: readonly Item[],
  calls: AcceptCalls,
  tell: Tell,
): Promise<Plan | undefined> {
  const { plan, items: planned } = await calls.plan(items)
  const byLine = new Map(planned.map((each) => [each.line, each]))
  const meant: Item[] = []
  items.forEach((item, at) => {
    const end = endInPlan(item, byLine.get(at + 1))
    if (end) tell(item, end)
    else meant.push(item)
  })
  if (meant.length === plan.sends) return meant.length > 0 ? plan : undefined
  // The plan would send what nobody has typed the name for: those that are left get one of their own.
  return meant.length > 0 ? planTyped(meant, calls, tell) : undefined
}

/** Undefined for what is to be sent. */
function endInPlan(item: Item, planned: PlanItem | undefined): End | undefined {
  if (!planned) return { state: 'failed', words: text.gone }
  const { group, reason } = planned
  switch (group) {
    case 'willChange':
      return undefined
    case 'risky':
      // The index may be older than the change that made the source authoritative.
      if (reason?.code !== 'authoritative' || item.isTyped) return undefined
      return { state: 'failed', words: text.authoritative }
    case 'alreadySo':
      if (reason?.code !== 'ownedByAnother') return { state: 'confirmed' }
      return { state: 'taken', words: reasonText(reason) }
    default: {
      const isForbidden = reason?.code === 'noLevel' || reason?.code === 'noScope'
      return { state: 'failed', words: reason ? reasonText(reason) : undefined, isForbidden }
    }
  }
}

async function follow(runId: string, open: () => Item[], calls: AcceptCalls, tell: Tell) {
  const news = calls.news(runId)
  const told = new Map<string, RunItem['state']>()
  try {
    while (true) {
      const items = (await calls.items(runId)) ?? []
      const byAccount = new Map(items.map((item) => [item.accountId, item]))
      for (const item of open()) {
        const now = byAccount.get(item.account.id)
        if (!now || told.get(now.accountId) === now.state) continue
        told.set(now.accountId, now.state)
        tell(item, endInRun(item, now))
      }
      if (open().length === 0) return
      await news.next()
    }
  } finally {
    news.stop()
  }
}

function endInRun({ owner }: Item, { state, words, trackingId, status, after }: RunItem): End {
  const why = words ?? undefined
  switch (state) {
    case 'planned':
      return { state: 'waiting' }
    case 'sent':
      return { state: 'sending' }
    case 'accepted':
      return { state: 'checking' }
    case 'done':
      return { state: 'confirmed' }
    case 'failed':
      return { state: 'failed', words: why, trackingId, isForbidden: status === 403 }
    case 'notConfirmed':
      return { state: 'unconfirmed', words: why ?? text.notShown, trackingId }
    case 'skipped':
      return after?.identityId === owner.id
        ? { state: 'confirmed' }
        : { state: 'taken', words: why }
    case 'notSent':
      return { state: 'failed', words: text.notSent }
  }
}

const urgency: VerdictState[] = ['failed', 'taken', 'unconfirmed']
/** What needs somebody, the failed ones first. */
export const needsSomebody = (verdicts: readonly Verdict[]): Verdict[] =>
  urgency.flatMap((state) => verdicts.filter((verdict) => verdict.state === state))
