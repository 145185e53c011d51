import { IconCheck, IconPin } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'

import { t } from '#lib/messages.ts'
import { viewText } from '#lib/messages/views.ts'
import { Link } from '#ui/link.tsx'
import { MenuItem } from '#ui/menu-items.tsx'

import { viewsQuery } from './queries.ts'
import { isPlain, pathOf, plainPathOf, type Present, type View, type ViewedList } from './state.ts'

import classes from './view-list.module.css'

type Props = { list: ViewedList; present: Present | undefined }

/** The views to choose from, all rows among them. */
export function ViewList({ list, present }: Props) {
  const { search } = useLocation()
  const { data, error, isPending, refetch } = useQuery(viewsQuery)
  const views = data?.filter((view) => view.list === list) ?? []
  return (
    <div role="group" aria-label={viewText.menu(list)} className={classes.list}>
      <Choice
        to={plainPathOf(list)}
        name={viewText.all[list]}
        isChosen={!present && isPlain(search)}
      />
      {views.map((view) => (
        <Choice
          key={view.id}
          to={pathOf(view)}
          name={view.name}
          isChosen={view.id === present?.view.id}
          view={view}
        />
      ))}
      {isPending && <p className={classes.note}>{t.loading}</p>}
      {error && !data && (
        <>
          <p className={classes.note} role="alert">
            {viewText.unread} {error.message}
          </p>
          <MenuItem label={t.retry} onSelect={() => void refetch()} />
        </>
      )}
      {data && views.length === 0 && <p className={classes.note}>{viewText.none}</p>}
    </div>
  )
}

type ChoiceProps = { to: string; name: string; isChosen: boolean; view?: View }

/** A link, so that it opens in a tab of its own as any other; the space bar opens it as well. */
function Choice({ to, name, isChosen, view }: ChoiceProps) {
  return (
    <Link
      to={to}
      role="menuitemradio"
      aria-checked={isChosen}
      tabIndex={-1}
      className={classes.choice}
      onClick={(event) => {
        const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey
        if (!isElsewhere) event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
      }}
      onKeyDown={(event) => {
        if (event.key !== ' ') return
        event.preventDefault()
        event.currentTarget.click()
      }}
    >
      <span className={classes.mark}>
        {isChosen && <IconCheck size={16} stroke={1.75} aria-hidden />}
      </span>
      <span className={classes.name}>{name}</span>
      {view?.isDefault && <span className={classes.tag}>{viewText.isDefault}</span>}
      {view?.pinned && (
        <span className={classes.tag} title={viewText.isPinned}>
          <IconPin size={14} stroke={1.75} role="img" aria-label={viewText.isPinned} />
        </span>
      )}
    </Link>
  )
}
