import { pipeline, Readable } from 'node:stream'

import { stringify } from 'csv-stringify'

type Cell = string | number | null

/**
 * Rows as CSV (RFC 4180), a page at a time as the reader takes them. A cell that begins like a formula
 * gets a quote in front; the mark at the beginning tells a spreadsheet that the file is UTF-8.
 */
export function csvOf<T>(
  columns: Record<string, (row: T) => Cell>,
  pages: AsyncIterable<T[]>,
): Readable {
  async function* lines() {
    for await (const rows of pages) {
      for (const row of rows) yield Object.values(columns).map((cell) => cell(row))
    }
  }
  const csv = stringify({
    bom: true,
    header: true,
    columns: Object.keys(columns),
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  // Who goes away in the middle ends the reading as well; what fails there ends the file.
  return pipeline(Readable.from(lines()), csv, () => {})
}
