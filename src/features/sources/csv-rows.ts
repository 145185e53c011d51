import { sourceText } from '#lib/messages/sources.ts'

const text = sourceText.check

/** `line`: where the row ends, which is where it begins unless a value has lines of its own. */
export type Row = { values: string[]; line: number }

type Start = { text: string; isWhole: boolean }

/**
 * The rows of the beginning of a file. Its last row may be cut off, and is left out. `problem` where
 * the text is no such file from some line on; the rows before it are there all the same.
 */
export async function readRows(
  { text: file, isWhole }: Start,
  delimiter: string,
): Promise<{ rows: Row[]; problem?: string }> {
  const { CsvError, parse } = await import('csv-parse/browser/esm/sync')
  const rows: Row[] = []
  try {
    parse(file, {
      bom: true,
      delimiter,
      // Uneven rows are told one by one.
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      // As they come, so that those before a fault are kept.
      on_record: (values: string[], { lines }) => {
        rows.push({ values, line: lines })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const isCut = error.code === 'CSV_QUOTE_NOT_CLOSED' && !isWhole
    if (!isCut) return { rows, problem: describe(error, rows) }
    return { rows }
  }
  return { rows: isWhole ? rows : rows.slice(0, -1) }
}

type Failure = Error & { code: string; lines?: unknown }

function describe(error: Failure, rows: Row[]): string {
  const line = typeof error.lines === 'number' ? error.lines : (rows.at(-1)?.line ?? 0) + 1
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return text.broken((rows.at(-1)?.line ?? 0) + 1, text.quote)
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return text.broken(line, text.openQuote)
    default:
      return text.broken(line, error.message)
  }
}
