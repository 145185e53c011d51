import type { Bitmap } from './bitmap.ts'

/** At a million accounts each has 125 kB. */
const MOST_KEPT = 32

/** `bounded`: only a part of the accounts was looked at. */
export type DatabaseAnswer = { rows: Bitmap; bounded: boolean }

/** What of an account the database looks at. */
export type Looked = {
  /** Folded. */
  text: string
  columns: { name_key: string; native_key: string; identity_key: string; body: string }
}
export type Matches = (account: Looked) => boolean

type Kept = {
  matches: Matches
  answer: Promise<DatabaseAnswer>
  /** Undefined until the database has answered. */
  rows: Bitmap | undefined
  /** What was written while it was asked: its answer may be of before that. */
  meanwhile: Map<number, boolean>
}

/**
 * What the database was asked for last, with the rows that it found. These follow each write instead
 * of being forgotten: a text that most of a million accounts have takes the database a second.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>()

  /** The rows are the caller's own. Some of them may be gone. */
  async of(
    question: string,
    matches: Matches,
    ask: () => Promise<DatabaseAnswer>,
  ): Promise<DatabaseAnswer> {
    const kept = this.#kept.get(question) ?? this.#begin(question, matches, ask)
    // What was asked last goes to the end, and so is the last to be dropped.
    this.#kept.delete(question)
    this.#kept.set(question, kept)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
    const { rows, bounded } = await kept.answer
    return { rows: rows.copy(), bounded }
  }

  put(ord: number, account: Looked): void {
    for (const kept of this.#kept.values()) mark(kept, ord, kept.matches(account))
  }

  remove(ord: number): void {
    for (const kept of this.#kept.values()) mark(kept, ord, false)
  }

  #begin(question: string, matches: Matches, ask: () => Promise<DatabaseAnswer>): Kept {
    const meanwhile = new Map<number, boolean>()
    const asking = async () => {
      try {
        const answer = await ask()
        kept.rows = answer.rows
        for (const [ord, isFound] of meanwhile) mark(kept, ord, isFound)
        meanwhile.clear()
        return answer
      } catch (error) {
        if (this.#kept.get(question) === kept) this.#kept.delete(question)
        throw error
      }
    }
    // Not at once: what is written from now on has to be noted before the database is asked.
    const answer = Promise.resolve().then(asking)
    const kept: Kept = { matches, answer, rows: undefined, meanwhile }
    return kept
  }
}

function mark({ rows, meanwhile }: Kept, ord: number, isFound: boolean): void {
  if (!rows) meanwhile.set(ord, isFound)
  else if (isFound) rows.set(ord)
  else rows.clear(ord)
}
