import { tableFeatures, type TableFeatures } from '@tanstack/react-table'

export type ColumnSettings = {
  /** In pixels. Columns without one share what is left. */
  width?: number
  /** The narrowest a column without a width gets before the table scrolls sideways; 160 if unset. */
  minWidth?: number
  align?: 'right'
  /** The API's sorter field; the header is a button where it is set. */
  sort?: string
  /** What screen readers hear where the header shows nothing (the column of row menus). */
  hiddenHeader?: string
  /** It stays at the end of the view while the others scroll sideways. */
  isPinned?: true
}

const subscribe = () => ({ unsubscribe() {} })

/**
 * The state of a list is in its address, so its table has none: there is nothing to subscribe to,
 * and the library's store, which `useTable` brings along, stays out of the first load.
 */
const still: NonNullable<TableFeatures['coreReactivityFeature']> = {
  createOptionsStore: false,
  wrapExternalAtoms: false,
  addSubscription() {},
  batch: (act) => act(),
  untrack: (read) => read(),
  schedule: queueMicrotask,
  createReadonlyAtom: (get) => ({ get, subscribe }),
  createWritableAtom() {
    throw new Error('The table of a list has no state: add none of the features that have.')
  },
}

/** Filtering, sorting and paging are the server's; the table only lays out what it is given. */
export const features = tableFeatures({
  coreReactivityFeature: still,
  // A value that carries nothing but its type: this is how TanStack Table takes a column's meta.
  columnMeta: {} as ColumnSettings,
})
export type Features = typeof features
