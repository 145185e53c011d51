import type { View, ViewedList } from '#features/views/state.ts'

import classes from './nav-links.module.css'

/** The room of the views that were pinned at the last visit, until those of today are there. */
export function PinnedRoom({ list }: { list: ViewedList }) {
  const views = recalled().filter((view) => view.list === list && view.pinned)
  return views.map(({ id }) => <div key={id} className={classes.room} />)
}

function recalled(): View[] {
  try {
    // What the views' own code wrote there.
    return JSON.parse(localStorage.getItem('muster-views') ?? '[]') as View[]
  } catch {
    return []
  }
}
