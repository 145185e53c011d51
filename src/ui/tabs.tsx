import type { ReactNode } from 'react'
import { useLocation, type To } from 'react-router'

import { Link } from './link.tsx'

import classes from './tabs.module.css'

export type Tab = { to: string; label: ReactNode }

/** Tabs that are places: each has an address, so they are links and not buttons. */
export function TabLinks({ label, tabs }: { label: string; tabs: Tab[] }) {
  const { pathname } = useLocation()
  // The longest address wins, so that the first tab stays current while a panel is open below it.
  const current = tabs
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .toSorted((a, b) => b.to.length - a.to.length)[0]
  return (
    <TabBar
      label={label}
      tabs={tabs.map((tab) => ({ ...tab, id: tab.to, isCurrent: tab === current }))}
    />
  )
}

type BarProps = {
  label: string
  tabs: { id: string; to: To; label: ReactNode; isCurrent: boolean }[]
  /** Stays in sight while what is below scrolls; going from tab to tab leaves no history. */
  isInPanel?: boolean
}

export function TabBar({ label, tabs, isInPanel }: BarProps) {
  return (
    <nav aria-label={label} className={classes.tabs} data-in-panel={isInPanel || undefined}>
      {tabs.map(({ id, to, label: name, isCurrent }) => (
        <Link
          key={id}
          to={to}
          replace={isInPanel}
          className={classes.tab}
          aria-current={isCurrent ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
