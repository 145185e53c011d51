import { use, useEffect, useRef, type ReactNode } from 'react'

import { t } from '#lib/messages.ts'
import { formatCount } from '#lib/numbers.ts'

import { HeaderSlot } from './header-slot.ts'

import classes from './page-header.module.css'

type Props = {
  title: string
  /** How many there are; undefined while that is unknown. */
  count?: number
  /** Beside the title: a status, for example. */
  beside?: ReactNode
  /** The main action, and what little stands beside it. */
  children?: ReactNode
}

let isFirstPage = true

/** Names the page: its heading, the document's title, and what is heard when it is opened. */
export function PageHeader({ title, count, beside, children }: Props) {
  const slot = use(HeaderSlot)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The browser itself reads a page that it loads. One that the router opens, nobody reads.
    if (!isFirstPage) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [])
  return (
    <header className={classes.header}>
      <title>{t.pageOf(title)}</title>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      {count !== undefined && <span className={classes.count}>{formatCount(count)}</span>}
      {beside}
      {slot && <div className={classes.slot}>{slot}</div>}
      <div className={classes.actions}>{children}</div>
    </header>
  )
}
