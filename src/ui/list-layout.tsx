import type { ReactNode } from 'react'

import classes from './list-layout.module.css'

type Props = {
  /** What is open beside the list, or nothing. */
  panel: ReactNode
  children: ReactNode
}

/** A list that fills the screen, with a panel beside it from 1200 px on and over it below. */
export function ListLayout({ panel, children }: Props) {
  return (
    <div className={classes.split}>
      <div className={classes.list}>{children}</div>
      {panel}
    </div>
  )
}

/** The row of search, filters and status above a table. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={classes.toolbar}>{children}</div>
}
