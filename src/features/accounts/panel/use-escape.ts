import { useEffect, useRef } from 'react'

/**
 * Escape closes what is open within the panel, and only the next one the panel. Heard on the way
 * down, since the panel hears it on the way up.
 */
export function useEscape(isOpen: boolean, close: () => void): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!isOpen) return
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      // A menu or a dialog above it takes the key first, and so does a search that can be emptied.
      if (document.querySelector(':popover-open, dialog[open]') || isFilledSearch(event.target)) {
        return
      }
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [isOpen])
}

const isFilledSearch = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''
