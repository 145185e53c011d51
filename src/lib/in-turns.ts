/**
 * Work that follows changes: once at a time, never twice for changes that come close together, and
 * always once more after the last. Whoever asks while it runs is served by the next turn, so that a
 * slow answer is not cut off by the next change. Failures are the work's own to tell.
 */
export function inTurns(work: () => Promise<unknown>, pauseMs: number) {
  let isWanted = false
  let isRunning = false
  let isStopped = false

  async function run() {
    isRunning = true
    while (isWanted && !isStopped) {
      isWanted = false
      await work().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    isRunning = false
  }

  return {
    ask(): void {
      isWanted = true
      if (!isRunning) void run()
    },
    stop(): void {
      isStopped = true
    },
  }
}
