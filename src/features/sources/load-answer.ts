import { messagesOf } from '#api/task.ts'

export type Loaded = {
  /** Absent where the answer names no task. */
  taskId: string | undefined
  /** False where another one runs: the tenant answers 202 all the same (isc-facts §8.3). */
  isStarted: boolean
  /** What the tenant said with it. */
  words: string | undefined
}

/** Tolerant, because tenants answer more loosely than the contract says (isc-facts §5.1). */
export function readAnswer(answer: unknown): Loaded {
  const { success, task } = recordOf(answer)
  const { id, messages } = recordOf(task)
  return {
    taskId: typeof id === 'string' && id ? id : undefined,
    isStarted: String(success) !== 'false',
    words: messagesOf(messages)[0]?.text,
  }
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
