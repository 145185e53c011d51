import { Link } from '#ui/link.tsx'

import { pathOf } from './state.ts'
import type { NavViews } from './use-nav-views.ts'

import classes from './pinned-views.module.css'

type Props = { views: NavViews; isFolded: boolean; onGo: (() => void) | undefined }

/** The views that stand in the navigation, below their list. */
export function PinnedViews({ views: { pinned, current }, isFolded, onGo }: Props) {
  if (pinned.length === 0) return null
  return (
    <ul className={classes.list} data-folded={isFolded || undefined}>
      {pinned.map((view) => (
        <li key={view.id}>
          <Link
            to={pathOf(view)}
            className={classes.link}
            title={view.name}
            aria-label={isFolded ? view.name : undefined}
            aria-current={view === current ? 'page' : undefined}
            onClick={onGo}
          >
            {isFolded ? initialsOf(view.name) : view.name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Two letters at most, where there is no room for the name. */
function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean)
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '')
  return letters.join('').toUpperCase()
}
