import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useLocation, useNavigate } from 'react-router'

import { identityText } from '#lib/messages/identities.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useShortcut } from '#ui/use-shortcut.ts'

import { identityPath } from './columns.tsx'
import { nameOf } from './name-of.ts'
import { useNeighbours } from './neighbours.ts'
import type { ListedIdentity } from './queries.ts'

import classes from './identity-page.module.css'

const text = identityText.page

/** Leads to who is next in the list that the identity was opened from, and to who was before. */
export function NeighbourButtons({ id }: { id: string }) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const neighbours = useNeighbours(id)
  // The same part of the next identity; an account is somebody's own.
  const [part = ''] = /\/(attributes|activity)$/.exec(pathname) ?? []
  // In place of this one: Back leads to the list.
  const go = (to: ListedIdentity | undefined) =>
    to && void navigate(`${identityPath(to.id)}${part}`, { replace: true })
  useShortcut('n', () => go(neighbours?.after))
  useShortcut('p', () => go(neighbours?.before))
  if (!neighbours) return null
  const { at, total, before, after } = neighbours
  return (
    <div className={classes.neighbours} role="group" aria-label={text.neighbours}>
      <span className={classes.place}>{text.place(at + 1, total)}</span>
      <IconButton
        label={before ? text.before(nameOf(before)) : text.isFirst}
        icon={IconChevronUp}
        aria-keyshortcuts="p"
        aria-disabled={before ? undefined : true}
        onClick={() => go(before)}
      />
      <IconButton
        label={after ? text.after(nameOf(after)) : text.isLast}
        icon={IconChevronDown}
        aria-keyshortcuts="n"
        aria-disabled={after ? undefined : true}
        onClick={() => go(after)}
      />
    </div>
  )
}
