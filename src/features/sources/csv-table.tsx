import { sourceText } from '#lib/messages/sources.ts'
import { oneLine } from '#lib/visible-text.ts'

import type { Column, CsvCheck } from './csv-check.ts'

import classes from './csv-preview.module.css'

const text = sourceText.upload

/** The first rows as they will be read. Where a row has too many values, they have no heading. */
export function CsvTable({ check: { columns, rows } }: { check: CsvCheck }) {
  const width = Math.max(columns.length, ...rows.map((row) => row.length))
  const label = text.preview(rows.length)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key scrolls the box
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {Array.from({ length: width }, (_, at) => (
              <Heading key={at} column={columns[at]} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {Array.from({ length: width }, (_, at) => (
                <td key={at} title={row[at]}>
                  {oneLine(row[at] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const marks: Record<Column['is'], string | undefined> = {
  identity: text.identity,
  known: undefined,
  unknown: text.unknown,
}

function Heading({ column }: { column: Column | undefined }) {
  const mark = column && marks[column.is]
  return (
    <th scope="col">
      {column?.name ? oneLine(column.name) : text.emptyName}
      {mark && (
        <span className={classes.mark} data-is={column.is}>
          {mark}
        </span>
      )}
    </th>
  )
}
