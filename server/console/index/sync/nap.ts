import { setTimeout as sleep } from 'node:timers/promises'

/** Sleeps that `wake` and the end of the signal cut short. */
export function napper(signal: AbortSignal) {
  let wake = () => {}
  return {
    async nap(ms: number): Promise<void> {
      const woken = new AbortController()
      wake = () => woken.abort()
      // Aborting is how both a refresh and the end wake it.
      await sleep(ms, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(
        () => {},
      )
    },
    wake: () => wake(),
  }
}
