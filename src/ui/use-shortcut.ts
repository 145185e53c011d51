import { useLayoutEffect, useRef } from 'react'

/**
 * A key pressed anywhere on the page, but not while somebody types or answers a dialog. One that goes
 * with Ctrl, or with Cmd, is no letter: it counts while somebody types as well.
 */
export function useShortcut(key: string, act: () => void, isWithCtrl = false): void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  // From the moment on in which the page is seen, a key counts.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== key || event.defaultPrevented) return
      if ((event.ctrlKey || event.metaKey) !== isWithCtrl || event.altKey) return
      if (!isWithCtrl && isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [key, isWithCtrl])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.matches('input:not([type=checkbox]), textarea, select') || target.isContentEditable
}
