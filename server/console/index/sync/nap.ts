import { setTimeout as sleep } from 'node:timers/promises'

/** Sleeps that `wake` and the end of the signal cut short. */
export function napper(signal: AbortSignal) {
  let napping: AbortController | undefined
  let isWoken = false
  return {
    async nap(ms: number): Promise<void> {
      const woken = new AbortController()
      napping = woken
      // Who calls while it is awake wants what comes after that: the next nap ends at once.
      if (isWoken) woken.abort()
      // Aborting is how both a refresh and the end wake it.
      await sleep(ms, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(
        () => {},
      )
      napping = undefined
      isWoken = false
    },
    wake(): void {
      isWoken = true
      napping?.abort()
    },
  }
}
