import { TenantFailure } from '../../domain/failures.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import type { IndexFile } from '../store/index-file.ts'
import { napper } from '../sync/nap.ts'
import { ReadFailed } from '../sync/reader.ts'
import type { Catalogue, SourceKnown, Value } from './catalogue.ts'
import { createChoice } from './choice.ts'
import { createLessons } from './lessons.ts'
import type { EntitlementReader } from './reader.ts'
import { deleteValues } from './rows.ts'
import { settle } from './settle.ts'

type Deps = {
  reader: EntitlementReader
  file: IndexFile
  catalogue: Catalogue
  memory: () => AccountMemory
  /** Whether all accounts have been read: before that there are better samples to come. */
  isComplete: () => boolean
  /** When the copy was last known to equal the tenant. */
  asOf: () => number | undefined
  /** `areAccounts`: something else is known of accounts, and not only of entitlements. */
  changed: (areAccounts: boolean) => void
  signal: AbortSignal
  log: { warn: (text: string) => void; error: (error: unknown) => void }
  retry: (failures: number) => number
  pace: Pace
  now?: () => number
}

/** Milliseconds after a call for what is unknown, one for what is asked again, and for nothing to do. */
export type Pace = { unknown: number; again: number; idle: number }

/** While there is more to learn, accounts are judged anew now and then, for a part of the time. */
const LEAST_BETWEEN_MS = 2000
const SHARE = 5

type Step = keyof Pace | 'now'

/** Learns which entitlements are privileged, and so which accounts are, until the signal ends it. */
export function createLearner({ catalogue, file, memory, now = Date.now, ...deps }: Deps) {
  const { reader, isComplete, asOf, changed, signal, log, retry, pace } = deps
  const { nap, wake } = napper(signal)
  const lessons = createLessons({ reader, file, catalogue, memory, asOf, now })
  const choice = createChoice({ catalogue, lessons, now })
  const lost = new Set<Value>()
  let problem: string | undefined
  /** What the tenant said when it did not let the console read. */
  const refusals = { schemas: new Map<string, string>(), accounts: new Map<string, string>() }
  let judged = { memory: memory(), taught: -1, at: -Infinity, took: 0 }

  async function run(): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      try {
        const next = await step()
        failures = 0
        if (problem !== undefined) tell(undefined)
        if (next !== 'now') await nap(pace[next])
      } catch (error) {
        if (signal.aborted) return
        failures += 1
        tell(told(error, failures === 1))
        const asked = error instanceof ReadFailed ? error.retryAfter : undefined
        await nap(asked === undefined ? retry(failures) : asked * 1000)
      }
    }
  }

  function tell(text: string | undefined): void {
    problem = text
    changed(false)
  }

  function told(error: unknown, isFirst: boolean): string {
    const { message } = error instanceof Error ? error : { message: String(error) }
    // The log has a line already where the tenant cannot be reached.
    if (error instanceof ReadFailed && isFirst) log.warn(`Entitlements wait: ${message}`)
    else if (!(error instanceof ReadFailed || error instanceof TenantFailure) && isFirst) {
      log.error(error)
    }
    return message
  }

  async function step(): Promise<Step> {
    const source = choice.source()
    if (source) {
      await allowed('schemas', source, () => lessons.learnSource(source))
      return 'unknown'
    }
    if (!isComplete()) return 'idle'
    const value = choice.unknown()
    const odd = choice.odd()
    if (isSettlingDue(!value && !odd)) {
      await settleAll()
      return 'now'
    }
    if (value) {
      await learnValue(value)
      return 'unknown'
    }
    if (odd) {
      await learnOdd(odd)
      return 'unknown'
    }
    const old = choice.old()
    if (!old) return 'idle'
    await learnValue(old)
    return 'again'
  }

  async function learnValue(value: Value): Promise<void> {
    const source = catalogue.source(value.sourceId)
    const { sample } = value
    if (sample === undefined) return
    try {
      const shown = await allowed('accounts', source, () => lessons.learnFrom(sample, source))
      if (shown && !shown.has(value)) {
        lessons.lose(value, shown.size === 0 ? sample : undefined)
        lost.add(value)
      }
    } catch (error) {
      // The next one may be told of, and this one later on.
      if (error instanceof ReadFailed) choice.postpone(value)
      throw error
    }
    changed(false)
  }

  async function learnOdd(source: SourceKnown): Promise<void> {
    const { odd } = source
    source.odd = undefined
    choice.triedOdd(source)
    if (odd !== undefined) await allowed('accounts', source, () => lessons.learnFrom(odd, source))
    changed(false)
  }

  /** A refusal is no failure: the others are asked, and this one again after a while. */
  async function allowed<T>(
    what: keyof typeof refusals,
    source: SourceKnown,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      const answer = await work()
      refusals[what].delete(source.id)
      return answer
    } catch (error) {
      if (!(error instanceof ReadFailed && error.status === 403)) throw error
      const isFirst = refusals[what].size === 0
      if (isFirst) log.warn(`Entitlements cannot be read: ${error.message}`)
      refusals[what].set(source.id, error.message)
      if (what === 'accounts') choice.refused(source)
      return undefined
    }
  }

  function isSettlingDue(isIdle: boolean): boolean {
    const { privileges } = memory()
    const isTaught = judged.memory !== memory() || judged.taught !== catalogue.taught
    if (!isTaught && !privileges.hasDue()) return false
    const pause = Math.max(LEAST_BETWEEN_MS, judged.took * SHARE)
    return isIdle || now() - judged.at > pause
  }

  async function settleAll(): Promise<void> {
    const rows = memory()
    const { taught } = catalogue
    const { version } = rows.privileges
    const begin = now()
    const isCurrent = () => rows === memory() && !signal.aborted
    // Of an earlier time, and of no account that there is now.
    if (judged.memory !== rows) {
      for (const value of catalogue.values) if (value.sample === undefined) lost.add(value)
    }
    await settle(() => file.read, rows, isCurrent)
    if (!isCurrent()) return
    const at = now()
    judged = { memory: rows, taught, at, took: at - begin }
    await dropLost()
    changed(rows.privileges.version !== version)
  }

  /** All accounts were looked at, and none has them. */
  async function dropLost(): Promise<void> {
    const nobodys = [...lost].filter(({ sample }) => sample === undefined)
    lost.clear()
    for (const value of nobodys) catalogue.drop(value)
    for (let at = 0; at < nobodys.length; at += 250) {
      await deleteValues(file.write, nobodys.slice(at, at + 250))
    }
  }

  return {
    run,
    problem: (): string | undefined =>
      [problem, ...refusals.accounts.values(), ...refusals.schemas.values()].find(Boolean),
    refresh: () => {
      choice.forgetDelays()
      wake()
    },
  }
}
