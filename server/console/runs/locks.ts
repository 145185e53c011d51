/** Which accounts are under way, over all runs: none is sent to by two of them at once. */
export function createLocks() {
  const held = new Map<string, string>()
  return {
    take(accountId: string, runId: string): boolean {
      const holder = held.get(accountId)
      if (holder !== undefined && holder !== runId) return false
      held.set(accountId, runId)
      return true
    },
    release(accountId: string, runId: string): void {
      if (held.get(accountId) === runId) held.delete(accountId)
    },
    releaseAll(runId: string): void {
      for (const [accountId, holder] of held) if (holder === runId) held.delete(accountId)
    },
  }
}
export type Locks = ReturnType<typeof createLocks>
