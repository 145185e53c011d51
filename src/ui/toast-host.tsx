import { lazy, Suspense, useSyncExternalStore } from 'react'

import { toastsWanted } from './toast.ts'

const Toasts = lazy(async () => ({ default: (await import('./toasts.tsx')).Toasts }))

export function ToastHost() {
  const isWanted = useSyncExternalStore(toastsWanted.subscribe, toastsWanted.get)
  return isWanted ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : null
}
