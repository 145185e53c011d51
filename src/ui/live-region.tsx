import { useSyncExternalStore } from 'react'

import classes from './hidden.module.css'

let said = { text: '', count: 0 }
const listeners = new Set<() => void>()

/** Says something to users of a screen reader once they pause. */
export function announce(text: string): void {
  said = { text, count: said.count + 1 }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Mounted once: a region is only heard if it was there before its text. */
export function LiveRegion() {
  const { text, count } = useSyncExternalStore(subscribe, () => said)
  return (
    <div role="status" className={classes.hidden}>
      {/* The same text twice in a row is no change to a screen reader; another element is. */}
      <span key={count}>{text}</span>
    </div>
  )
}
