import type { Icon } from '@tabler/icons-react'
import { NavLink } from 'react-router'

import classes from './nav-links.module.css'

export type PlaceLinkProps = {
  to: string
  label: string
  icon: Icon
  isFolded: boolean
  onGo: (() => void) | undefined
  /** False where the part of it that is on screen has a link of its own. */
  isCurrent?: boolean
}

export function PlaceLink(props: PlaceLinkProps) {
  const { to, label, icon: PlaceIcon, isFolded, onGo, isCurrent = true } = props
  return (
    <NavLink
      to={to}
      className={classes.link}
      title={isFolded ? label : undefined}
      aria-current={isCurrent ? 'page' : 'true'}
      onClick={onGo}
    >
      <PlaceIcon size={16} stroke={1.75} aria-hidden />
      <span className={classes.label}>{label}</span>
    </NavLink>
  )
}
