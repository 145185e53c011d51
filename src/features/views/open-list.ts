import { redirect, replace } from 'react-router'

import { queryClient } from '#api/query-client.ts'

import { recallViews } from './memory.ts'
import { viewsQuery } from './queries.ts'
import { defaultOf, isShown, pathOf, plainPathOf, type View, type ViewedList } from './state.ts'

/** A list is not held up for longer by views that do not come. */
const PATIENCE_MS = 1500

/** Where a list that is opened by its bare address, `href`, leads instead. */
export async function openList(list: ViewedList, href: string): Promise<Response | null> {
  const view = defaultOf(await knownViews(), list)
  if (!view) return null
  // The address bar is there already at the first load and on the way back.
  if (location.href === href) return replace(pathOf(view))
  // In the list itself a bare address means that somebody took the filters away.
  return redirect(isShown(list, location.pathname) ? plainPathOf(list) : pathOf(view))
}

/** Those of the last visit where these cannot be read, or not soon: the menu tells what fails. */
async function knownViews(): Promise<View[]> {
  const known = queryClient.getQueryData(viewsQuery.queryKey)
  if (known) return known
  const read = queryClient.query(viewsQuery).catch(() => undefined)
  return (await Promise.race([read, patience()])) ?? recallViews()
}

const patience = () =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS))
