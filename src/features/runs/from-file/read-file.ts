import { parseTable } from '#lib/csv.ts'
import { runText } from '#lib/messages/runs.ts'

import type { Selection } from '../types.ts'

const text = runText.file

export type SelectionRow = NonNullable<Selection['rows']>[number]

export type FileRows = {
  rows: SelectionRow[]
  /** By what they name accounts. */
  by: 'id' | 'native' | 'source'
  /** How many rows name none. */
  leftOut: number
}

/** As many as a plan takes. */
export const MOST_ROWS = 50_000
const MOST_BYTES = 20_000_000

export class UnusableFile extends Error {}

/** Throws an {@link UnusableFile} that says why. */
export async function readFile(file: Blob): Promise<FileRows> {
  if (file.size > MOST_BYTES) throw new UnusableFile(text.tooLarge)
  return readText(await file.text())
}

/** What columns may be called: as the console exports them, as ISC does, and as people write them. */
const names = {
  id: ['id', 'accountid'],
  native: ['nativeidentity', 'account', 'accountnativeidentity'],
  source: ['source', 'sourcename', 'sourceid'],
}

export async function readText(file: string): Promise<FileRows> {
  const table = await parseTable(file).catch((error: Error) => {
    throw new UnusableFile(text.broken(error.message))
  })
  const plain = table.names.map((name) => name.replaceAll(/[^a-z]/g, ''))
  const columnOf = (known: string[]) => plain.findIndex((name) => known.includes(name))
  const [id, native, source] = [columnOf(names.id), columnOf(names.native), columnOf(names.source)]
  if (id < 0 && native < 0) throw new UnusableFile(text.noHeader)
  const rows = table.rows.flatMap(({ line, cells }): SelectionRow[] => {
    const cell = (at: number) => cells[at]?.trim() ?? ''
    if (id >= 0) return cell(id) ? [{ line, id: cell(id) }] : []
    if (!cell(native)) return []
    const on = cell(source)
    return [{ line, nativeIdentity: cell(native), ...(on && { source: on }) }]
  })
  if (rows.length === 0) throw new UnusableFile(text.noRows)
  if (rows.length > MOST_ROWS) throw new UnusableFile(text.tooMany(MOST_ROWS))
  return {
    rows,
    by: id >= 0 ? 'id' : source >= 0 ? 'source' : 'native',
    leftOut: table.rows.length - rows.length,
  }
}
