import { parseTable } from '#lib/csv.ts'
import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'

const text = uncorrelatedText.csv

/** ISC's own columns for uncorrelated accounts. It reads no `type`, and the console writes none. */
const header = ['account', 'displayName', 'userName', 'type'] as const
export type CsvRow = Record<(typeof header)[number], string>

/** A row of a file: `account` is a native identity, `userName` the alias of an identity. */
export type OwnerRow = { line: number; account: string; userName: string }

export const MOST_ROWS = 5000

export class UnusableFile extends Error {}

/** A cell that begins like a formula gets a quote in front, as in every file of the console. */
export async function printCsv(rows: CsvRow[]): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync')
  return stringify(rows, {
    bom: true,
    header: true,
    columns: [...header],
    escape_formulas: true,
    record_delimiter: 'windows',
    // Either alone would end the row for who reads it.
    quoted_match: /[\r\n]/,
  })
}

/** Throws an {@link UnusableFile} that says why. */
export async function parseCsv(file: string): Promise<OwnerRow[]> {
  const { names, rows } = await parseTable(file).catch((error: Error) => {
    throw new UnusableFile(text.broken(error.message))
  })
  const [account, userName] = [names.indexOf('account'), names.indexOf('username')]
  if (account < 0 || userName < 0) throw new UnusableFile(text.noHeader)
  const owners = rows.map(({ line, cells }) => ({
    line,
    account: cells[account] ?? '',
    userName: (cells[userName] ?? '').trim(),
  }))
  const filled = owners.filter((row) => row.account !== '')
  if (filled.length === 0) throw new UnusableFile(text.noRows)
  if (filled.length > MOST_ROWS) throw new UnusableFile(text.tooMany(MOST_ROWS))
  return filled
}

export function saveFile(content: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser takes the file over in the same turn; the page would hold it until it is closed.
  setTimeout(() => URL.revokeObjectURL(url))
}
