import { useEffect, useRef, type MouseEvent } from 'react'
import { useLocation, useNavigationType } from 'react-router'

import { createEntryMemory } from './entry-memory.ts'

type Place = { href: string | null; top: number }

/** Where the page was left. */
const left = createEntryMemory<Place>()

/**
 * Brings whoever comes back to the link that led away, and the page to where it stood. Takes whether
 * the links are there; returns what the element around them needs.
 */
export function useReturn(isReady: boolean) {
  const { key } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const content = useRef<HTMLDivElement>(null)
  const wanted = useRef(isBack ? left.of(key) : undefined)

  useEffect(() => {
    const place = wanted.current
    if (!isReady || !place || !content.current) return
    wanted.current = undefined
    const links = [...content.current.querySelectorAll('a')]
    links.find((link) => link.getAttribute('href') === place.href)?.focus({ preventScroll: true })
    const scroller = content.current.closest('main')
    if (scroller) scroller.scrollTop = place.top
  }, [isReady])

  function onClick({ target, currentTarget }: MouseEvent<HTMLElement>) {
    const link = target instanceof Element ? target.closest('a') : null
    if (!link) return
    const top = currentTarget.closest('main')?.scrollTop ?? 0
    left.keep(key, { href: link.getAttribute('href'), top })
  }
  return { ref: content, onClick }
}
