import type { Icon } from '@tabler/icons-react'
import { useLocation } from 'react-router'

import { Link } from '#ui/link.tsx'

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
  const { pathname } = useLocation()
  const place = to.replace(/[?#].*/s, '')
  const isHere = pathname === place || pathname.startsWith(`${place}/`)
  return (
    <Link
      to={to}
      className={classes.link}
      title={isFolded ? label : undefined}
      aria-current={isHere ? (isCurrent ? 'page' : 'true') : undefined}
      onClick={onGo}
    >
      <PlaceIcon size={16} stroke={1.75} aria-hidden />
      <span className={classes.label}>{label}</span>
    </Link>
  )
}
