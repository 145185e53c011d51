import type { ReactNode } from 'react'

import classes from './item-list.module.css'

/** A list that may be longer than its dialog. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key scrolls the box
    <div className={classes.box} role="group" aria-label={label} tabIndex={0}>
      <ul className={classes.list}>{children}</ul>
    </div>
  )
}
