import { useState } from 'react'

const KEY = 'muster-counts'

/** Whether the counts stand beside the list, where there is room. Kept for the next visit. */
export function useCountsShown(): [boolean, (isShown: boolean) => void] {
  const [isShown, setShown] = useState(read)
  return [
    isShown,
    (next) => {
      setShown(next)
      write(next)
    },
  ]
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'no'
  } catch {
    return true // storage may be forbidden
  }
}

function write(isShown: boolean) {
  try {
    localStorage.setItem(KEY, isShown ? 'yes' : 'no')
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the page.
  }
}
