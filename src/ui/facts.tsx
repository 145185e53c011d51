import type { ReactNode } from 'react'

import classes from './facts.module.css'

/** What is known of a thing, as a description list; `className` places it on its page. */
export function Facts({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={className ? `${classes.facts} ${className}` : classes.facts}>{children}</dl>
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
