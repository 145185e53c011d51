import type { Selectable } from 'kysely'

/** What the console must not lose. It keeps no accounts here: those are the tenant's. */
export type ConsoleTables = {
  view: ViewTable
}

export type ViewTable = {
  id: string
  /** Whose it is: the tenant's address, or `embedded`, and the operator's name there. */
  tenant: string
  operator: string
  /** The list that it is a state of. */
  list: string
  name: string
  /** `name` as it is compared and sorted. */
  name_key: string
  /** The query of the list's address. */
  query: string
  pinned: 0 | 1
  is_default: 0 | 1
}

export type ViewRow = Selectable<ViewTable>
