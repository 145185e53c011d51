/** A row of a file. `line` is where it ends, which is where it begins unless a cell has lines of its own. */
export type TableRow = { line: number; cells: string[] }
/** `names`: those of the columns, in lower case. */
export type Table = { names: string[]; rows: TableRow[] }

/**
 * Reads a file as a spreadsheet saves it: separated by what its country uses for that, with or without
 * a mark at its beginning. Throws the reader's own error where it is no such file.
 */
export async function parseTable(file: string): Promise<Table> {
  const { parse } = await import('csv-parse/browser/esm/sync')
  const [first = ''] = file.split(/\r?\n/, 1)
  const records = parse(file, {
    bom: true,
    delimiter: [',', ';', '\t'].find((mark) => first.split(mark).length > 1) ?? ',',
    info: true,
    // Lines that were added by hand may end in another way than the rest.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as { record: string[]; info: { lines: number } }[] // the types do not follow `info`
  const [header, ...others] = records
  return {
    names: header?.record.map((name) => name.trim().toLowerCase()) ?? [],
    rows: others.map(({ record, info: { lines } }) => ({
      line: lines,
      cells: record.map(unescaped),
    })),
  }
}

/** Takes the quote off that was put in front of what looks like a formula, full-width forms included. */
const unescaped = (cell: string) => (/^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell)
