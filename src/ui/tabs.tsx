import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'

import classes from './tabs.module.css'

export type Tab = { to: string; label: ReactNode; end?: boolean }

/** Tabs that are places: each has an address, so they are links and not buttons. */
export function TabLinks({ label, tabs }: { label: string; tabs: Tab[] }) {
  const { pathname } = useLocation()
  // The longest address wins, so that the first tab stays current while a panel is open below it.
  const current = tabs
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .toSorted((a, b) => b.to.length - a.to.length)[0]
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          aria-current={tab === current ? 'page' : undefined}
          className={classes.tab}
          preventScrollReset
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
