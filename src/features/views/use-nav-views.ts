import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'

import { recallViews } from './memory.ts'
import { viewsQuery } from './queries.ts'
import { defaultOf, isShown, pathOf, presentView, type View, type ViewedList } from './state.ts'

export type NavViews = {
  /** The default view, where there is one. */
  home: string | undefined
  pinned: View[]
  /** The one of them that is on screen. */
  current: View | undefined
}

/** What the navigation shows of the views of a list. */
export function useNavViews(list: ViewedList): NavViews {
  const { pathname, search } = useLocation()
  // Those of the last visit until these are read, and where they cannot be: their links work anyway.
  const { data = recallViews() } = useQuery(viewsQuery)
  const first = defaultOf(data, list)
  const pinned = data.filter((view) => view.list === list && view.pinned)
  const present = isShown(list, pathname) ? presentView(data, list, search)?.view : undefined
  return {
    home: first && pathOf(first),
    pinned,
    current: pinned.find(({ id }) => id === present?.id),
  }
}
