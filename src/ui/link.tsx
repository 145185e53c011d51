import type { ComponentPropsWithRef } from 'react'
import type { To } from 'react-router'

type Props = Omit<ComponentPropsWithRef<'a'>, 'href'> & {
  to: To
  /** Leaves no entry in the history. */
  replace?: boolean
}

/**
 * A link to a place of the application. It is an `a` and nothing else, since a list has two in each
 * row: the shell hears the clicks on all of them (app/use-link-clicks.ts).
 */
export function Link({ to, replace, children, ...link }: Props) {
  return (
    <a {...link} href={hrefOf(to)} data-link={replace ? 'replace' : 'push'}>
      {children}
    </a>
  )
}

/** Without a path it is the page that is open, in another state. */
export function hrefOf(to: To): string {
  if (typeof to === 'string') return to
  const { pathname = '', search = '', hash = '' } = to
  const query = search && !search.startsWith('?') ? `?${search}` : search
  return `${pathname}${pathname ? query : query || '?'}${hash}`
}
