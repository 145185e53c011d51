import { listText } from '#lib/messages/accounts-list.ts'

import { accountColumns } from './columns.tsx'
import { attributeField } from './filter-language.ts'
import { toApiFilter, type AccountList } from './search.ts'

/** What a column of the list is called in the file. */
const fileNames: Record<string, string> = {
  name: 'name',
  status: 'status',
  sourceName: 'source',
  nativeIdentity: 'nativeIdentity',
  identity: 'identity',
  cloudLifecycleState: 'lifecycleState',
  hasEntitlements: 'entitlements',
  modified: 'modified',
  password: 'passwordChanged',
  manuallyCorrelated: 'correlation',
  isMachine: 'type',
  created: 'created',
}

export type ExportColumn = { name: string; label: string }

/** The columns of the list, as they stand there. */
export const listedColumns: ExportColumn[] = accountColumns.flatMap((column) => {
  const id = 'accessorKey' in column ? column.accessorKey : column.id
  const name = id === undefined ? undefined : fileNames[id]
  return name && typeof column.header === 'string' ? [{ name, label: column.header }] : []
})

/** What a file can have beside them and beside attributes. */
export const otherColumns: ExportColumn[] = Object.entries(listText.exported.names)
  .filter(([name]) => !listedColumns.some((column) => column.name === name))
  .map(([name, label]) => ({ name, label }))

export const attributeColumn = (name: string): ExportColumn => ({
  name: attributeField(name),
  label: name,
})

const KEY = 'muster-export'

/** Those of the list that are shown there, in the file's words; what a row is called always is. */
export const shownColumns = (shown: readonly string[]): string[] =>
  ['name', ...shown].flatMap((id) => fileNames[id] ?? [])

/** What was chosen last, else the columns that the list shows. */
export function chosenColumns(usual: string[]): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    const chosen = Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : []
    return chosen.length > 0 ? chosen : usual
  } catch {
    return usual // storage may be forbidden, or hold what somebody else has written
  }
}

/** An empty choice is none: the file then has what the list shows. */
export function keepColumns(columns: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(columns))
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the page.
  }
}

export function exportUrl(list: AccountList, columns: string[]): string {
  const filters = toApiFilter(list)
  const query = new URLSearchParams({
    ...(filters && { filters }),
    sorters: `${list.sort},id`,
    columns: columns.join(','),
  })
  return `/api/console/accounts/export?${query}`
}
