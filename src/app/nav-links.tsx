import { IconKey, IconUsers } from '@tabler/icons-react'
import { NavLink } from 'react-router'

import { t } from '#lib/messages.ts'

import classes from './nav-links.module.css'

const places = [
  { to: '/identities', label: t.nav.identities, icon: IconUsers },
  { to: '/accounts', label: t.nav.accounts, icon: IconKey },
]

type Props = { isFolded?: boolean; onGo?: () => void }

export function NavLinks({ isFolded = false, onGo }: Props) {
  return (
    <ul className={classes.list} data-folded={isFolded || undefined}>
      {places.map(({ to, label, icon: PlaceIcon }) => (
        <li key={to}>
          <NavLink
            to={to}
            className={classes.link}
            title={isFolded ? label : undefined}
            onClick={onGo}
          >
            <PlaceIcon size={16} stroke={1.75} aria-hidden />
            <span className={classes.label}>{label}</span>
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
