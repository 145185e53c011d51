import { UNKNOWN, type Catalogue, type SourceKnown, type Value } from './catalogue.ts'
import type { Lessons } from './lessons.ts'

/** What is known is asked for again after so long: whether it is privileged is decided by people. */
export const AGAIN_MS = 6 * 3_600_000
/** A schema seldom changes. */
const SCHEMA_AGAIN_MS = 24 * 3_600_000
/** An account that the tenant could not tell of, and a source of which it does not want to. */
const POSTPONED_MS = 10 * 60_000
const REFUSED_MS = 3_600_000
/** Of each source so many accounts are read of which the attributes do not show what they have. */
const MOST_ODD = 5

type Deps = { catalogue: Catalogue; lessons: Lessons; now: () => number }

/** What to ask the tenant next, so that each call teaches as much as it can. */
export function createChoice({ catalogue, lessons, now }: Deps) {
  /** Unknown values, those of the accounts with the most values last. */
  let queue: Value[] = []
  const postponed = new Map<Value | SourceKnown, number>()
  let oddTries = new WeakMap<SourceKnown, number>()

  const isPostponed = (subject: Value | SourceKnown) => (postponed.get(subject) ?? 0) > now()

  function canBeAsked(value: Value): value is Value & { sample: number } {
    const source = catalogue.sources.get(value.sourceId)
    return (
      value.sample !== undefined &&
      source !== undefined &&
      !isPostponed(source) &&
      !isPostponed(value) &&
      !lessons.isWaiting(value)
    )
  }

  const isOpen = (value: Value) => value.status === UNKNOWN && canBeAsked(value)

  return {
    source(): SourceKnown | undefined {
      const before = now() - SCHEMA_AGAIN_MS
      return [...catalogue.sources.values()].find(
        (source) => source.asked <= before && !isPostponed(source),
      )
    },

    /** One of which nothing is known. */
    unknown(): Value | undefined {
      while (queue.length > 0) {
        const value = queue.at(-1)
        if (value && isOpen(value)) return value
        queue.pop()
      }
      queue = [...catalogue.values].filter(isOpen).toSorted((a, b) => a.sampleSize - b.sampleSize)
      return queue.at(-1)
    },

    /** One with an account whose attributes do not show what the tenant says it has. */
    odd(): SourceKnown | undefined {
      return [...catalogue.sources.values()].find(
        (source) =>
          source.odd !== undefined &&
          !source.isHidden &&
          !isPostponed(source) &&
          !lessons.isWaiting(source) &&
          (oddTries.get(source) ?? 0) < MOST_ODD,
      )
    },

    triedOdd(source: SourceKnown): void {
      oddTries.set(source, (oddTries.get(source) ?? 0) + 1)
    },

    /** The one that was read longest ago, where that is too long. */
    old(): Value | undefined {
      const before = now() - AGAIN_MS
      let oldest: Value | undefined
      for (const value of catalogue.values) {
        if (value.status === UNKNOWN || value.read > before || !canBeAsked(value)) continue
        if (!oldest || value.read < oldest.read) oldest = value
      }
      return oldest
    },

    postpone(value: Value): void {
      postponed.set(value, now() + POSTPONED_MS)
    },

    refused(source: SourceKnown): void {
      postponed.set(source, now() + REFUSED_MS)
    },

    /** Somebody wants to know now. */
    forgetDelays(): void {
      postponed.clear()
      oddTries = new WeakMap()
    },
  }
}
