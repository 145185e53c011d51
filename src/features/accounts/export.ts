import { toApiError, networkError } from '#api/errors.ts'
import { listText } from '#lib/messages/accounts-list.ts'

import { toApiFilter, type AccountList } from './search.ts'

export type ExportColumn = string

/** The columns that a file can have beside attributes, in the order in which it has them. */
export const exportColumns: ExportColumn[] = Object.keys(listText.exported.names)

const KEY = 'muster-export-columns'
const usual = exportColumns.filter(
  (name) => !['sourceId', 'identityId', 'manuallyCorrelated', 'origin'].includes(name),
)

export function chosenColumns(): ExportColumn[] {
  try {
    const chosen = localStorage.getItem(KEY)?.split(',').filter(isColumn) ?? []
    return chosen.length > 0 ? chosen : usual
  } catch {
    return usual // storage may be forbidden
  }
}

export function keepColumns(columns: ExportColumn[]): void {
  try {
    localStorage.setItem(KEY, columns.join(','))
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the page.
  }
}

const isColumn = (name: string) => exportColumns.includes(name) || name.startsWith('attributes.')

export function exportUrl(list: AccountList, columns: ExportColumn[]): string {
  const filters = toApiFilter(list)
  const query = new URLSearchParams({
    ...(filters && { filters }),
    sorters: `${list.sort},id`,
    columns: columns.join(','),
  })
  return `/api/console/accounts/export?${query}`
}

/**
 * Begins the download, after the server has said that it will answer: the browser itself tells of a
 * refused file only that it failed. Returns how many rows the file has.
 */
export async function download(url: string): Promise<number | undefined> {
  const stop = new AbortController()
  const response = await fetch(url, { signal: stop.signal }).catch(() => {
    throw networkError()
  })
  if (!response.ok) throw toApiError(response, await response.json().catch(() => undefined))
  const total = Number(response.headers.get('X-Total-Count') ?? Number.NaN)
  // Only its beginning was wanted: the browser writes the file as it comes, this page would hold it.
  stop.abort()
  const link = document.createElement('a')
  link.href = url
  link.download = 'accounts.csv'
  link.click()
  return Number.isInteger(total) ? total : undefined
}
