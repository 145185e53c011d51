import { percentile, table } from '../lib.ts'
import type { Times } from './ask.ts'
import { budgets, type Kind } from './questions.ts'

/** What the median at a million may be of the one at ten thousand. */
const MOST_GROWTH = 2
/** Below so many milliseconds a factor tells of HTTP, not of the number of accounts. */
const TOO_SHORT_TO_TELL = 5

type Line = { kind: Kind; p50: number; p99: number; cpu: number }
export type Answers = ReturnType<typeof createAnswers>

/** How long each question took, size after size. */
export function createAnswers() {
  const lines = new Map<string, Line[]>()
  return {
    note(name: string, kind: Kind, { spans, cpu }: Times): void {
      const line = { kind, p50: percentile(spans, 50), p99: percentile(spans, 99), cpu }
      lines.set(name, [...(lines.get(name) ?? []), line])
    },
    table: (sizes: number[]) => answerTable(sizes, lines),
  }
}

/** Every question at every size, with what is over its budget. */
function answerTable(sizes: number[], lines: ReadonlyMap<string, Line[]>): string {
  const head = sizes.flatMap((size) => {
    const at = size.toLocaleString('en')
    return [`p50 ms at ${at}`, 'p99 ms', 'CPU ms']
  })
  return table(
    ['question', ...head, 'growth of p50', 'budget ms', 'over'],
    [...lines].map(([name, found]) => {
      const budget = budgets[found[0]?.kind ?? 'question']
      const growth = growthOf(found)
      const over = [
        found.some(({ p50 }) => p50 > budget) && 'p50',
        found.some(({ p99 }) => p99 > budget) && 'p99',
        growth > MOST_GROWTH && (found.at(-1)?.p50 ?? 0) > TOO_SHORT_TO_TELL && 'growth',
      ]
      return [
        name,
        ...found.flatMap(({ p50, p99, cpu }) => [p50, p99, cpu].map((ms) => ms.toFixed(1))),
        `${growth.toFixed(1)}x`,
        String(budget),
        over.filter(Boolean).join(', '),
      ]
    }),
  )
}

const growthOf = (found: Line[]) => (found.at(-1)?.p50 ?? NaN) / (found[0]?.p50 ?? NaN)
