import { useState } from 'react'

const KEY = 'muster-nav-folded'

/** Whether the navigation is folded to its icons, kept for the next visit. */
export function useFolded(): [boolean, (isFolded: boolean) => void] {
  const [isFolded, setFolded] = useState(read)
  return [
    isFolded,
    (next) => {
      setFolded(next)
      write(next)
    },
  ]
}

function read(): boolean {
  try {
    // Until somebody chooses, the table gets the room where there is little.
    const chosen = localStorage.getItem(KEY)
    return chosen === null ? innerWidth < 1024 : chosen === 'yes'
  } catch {
    return false // storage may be forbidden
  }
}

function write(isFolded: boolean) {
  try {
    localStorage.setItem(KEY, isFolded ? 'yes' : 'no')
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the page.
  }
}
