export type Toast = {
  title: string
  message?: string
  tone: 'good' | 'bad' | 'warning'
  trackingId?: string
}

let isWanted = false
const listeners = new Set<() => void>()

/**
 * Tells what happened elsewhere on the page, or after it was left. Good news goes by itself; what
 * needs an answer stays until it is dismissed. The same thing twice is told once.
 */
export function toast(message: Toast): void {
  if (!isWanted) {
    isWanted = true
    for (const listener of listeners) listener()
  }
  void import('./toasts.tsx').then(({ showToast }) => showToast(message))
}

/** Whether there has been anything to tell: until then the toasts are not even loaded. */
export const toastsWanted = {
  get: (): boolean => isWanted,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
