import { say } from '../domain/sentences.ts'

export type Threshold = { percent: number; of: number }

export const usualThreshold: Threshold = { percent: 20, of: 50 }

/** Watches the last verdicts of a run; 0 percent stands for a run that never pauses by itself. */
export function createThreshold({ percent, of }: Threshold) {
  let last: boolean[] = []
  return {
    /** Why the run has to pause; undefined where it may go on. */
    add(isFailed: boolean, words: string | null): string | undefined {
      if (percent === 0) return undefined
      last.push(isFailed)
      if (last.length > of) last.shift()
      const failed = last.filter(Boolean).length
      if (!isFailed || last.length < of || failed * 100 < percent * of) return undefined
      const counts = { failed, of, percent }
      return words ? say('pausedItselfSaying', { ...counts, words }) : say('pausedItself', counts)
    },
    /** Whoever resumes has seen them. */
    forget(): void {
      last = []
    },
  }
}
