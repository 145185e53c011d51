import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'

/** What a click on any {@link Link} below does: the page changes, and is not loaded anew. */
export function useLinkClicks() {
  const navigate = useNavigate()
  return (event: MouseEvent<HTMLElement>) => {
    // Only an element can be the target of a click.
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-link]')
    if (!link || event.defaultPrevented || !isPlain(event) || isElsewhere(link)) return
    event.preventDefault()
    const { pathname, search, hash, href } = new URL(link.href)
    // Going to where one is must not take two steps back.
    const replace = link.dataset.link === 'replace' || href === location.href
    void navigate({ pathname, search, hash }, { replace })
  }
}

/** The other ones are the browser's: a new tab, a new window, a download. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

const isElsewhere = ({ target, origin }: HTMLAnchorElement) =>
  (target !== '' && target !== '_self') || origin !== location.origin
