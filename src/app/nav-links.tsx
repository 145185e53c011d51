import {
  type Icon,
  IconDatabase,
  IconHelpCircle,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconListCheck,
  IconPlayerPlay,
  IconUsers,
} from '@tabler/icons-react'
import { Suspense } from 'react'

import type { ViewedList } from '#features/views/state.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'

import { PinnedRoom } from './pinned-room.tsx'
import { PlaceLink } from './place-link.tsx'

import classes from './nav-links.module.css'

const ListLink = lazyPart(async () => (await import('./list-link.tsx')).ListLink)

type Place = { to: string; label: string; icon: Icon; list?: ViewedList }

export const places: Place[] = [
  { to: '/overview', label: t.nav.overview, icon: IconLayoutDashboard },
  { to: '/identities', label: t.nav.identities, icon: IconUsers, list: 'identities' },
  { to: '/accounts', label: t.nav.accounts, icon: IconKey, list: 'accounts' },
  { to: '/uncorrelated', label: t.nav.uncorrelated, icon: IconHelpCircle },
  { to: '/sources', label: t.nav.sources, icon: IconDatabase },
  { to: '/tasks', label: t.nav.tasks, icon: IconListCheck },
  { to: '/runs', label: t.nav.runs, icon: IconPlayerPlay },
  { to: '/audit', label: t.nav.audit, icon: IconHistory },
]

type Props = { isFolded?: boolean; onGo?: () => void }

export function NavLinks({ isFolded = false, onGo }: Props) {
  return (
    <ul className={classes.list} data-folded={isFolded || undefined}>
      {places.map(({ list, ...place }) => {
        const link = { ...place, isFolded, onGo }
        const plain = <PlaceLink {...link} />
        return (
          <li key={place.to}>
            {list ? (
              <Suspense
                fallback={
                  <>
                    {plain}
                    <PinnedRoom list={list} />
                  </>
                }
              >
                <ListLink list={list} {...link} />
              </Suspense>
            ) : (
              plain
            )}
          </li>
        )
      })}
    </ul>
  )
}
