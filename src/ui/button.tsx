import type { ComponentPropsWithRef, ReactNode } from 'react'

import { Link } from './link.tsx'

import classes from './button.module.css'

type Look = {
  /** `filled` for the one main thing to do, `default` for the rest, `subtle` for what may be missed. */
  variant?: 'filled' | 'default' | 'subtle'
  isDestructive?: boolean
  leftSection?: ReactNode
  rightSection?: ReactNode
}

type Props = ComponentPropsWithRef<'button'> & Look

export function Button({ variant, isDestructive, leftSection, rightSection, ...props }: Props) {
  const { children, ...button } = props
  return (
    <button
      type="button"
      className={classes.button}
      data-variant={variant ?? 'filled'}
      data-destructive={isDestructive || undefined}
      {...button}
    >
      {leftSection}
      {children}
      {rightSection}
    </button>
  )
}

/** Looks like a button and goes somewhere. */
export function ButtonLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={classes.button} data-variant="default">
      {children}
    </Link>
  )
}
