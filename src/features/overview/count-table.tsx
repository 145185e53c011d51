import { useState } from 'react'

import { t } from '#lib/messages.ts'
import { overviewText as text } from '#lib/messages/overview.ts'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/hidden.tsx'

import { NumberLink } from './number-link.tsx'
import type { Numbered, Table } from './numbers.ts'
import { formatShare } from './share.ts'

import classes from './count-table.module.css'

/** More than these are shown when asked for: the rest of a long list is seldom what is looked for. */
const MOST_SHOWN = 12

type Props = {
  table: Table
  /** All accounts, of which the shares are. */
  total: number | undefined
  isPartial: boolean
}

/** Numbers as a table, with a bar beside each. The longest bar is the largest number. */
export function CountTable({ table, total, ...props }: Props) {
  const [isWhole, setWhole] = useState(false)
  const { id, title, note, hasLongNames = false } = table
  const isPartial = props.isPartial || table.isPartial === true
  const rows = isWhole ? table.rows : table.rows.slice(0, MOST_SHOWN)
  const largest = Math.max(...table.rows.map(({ count }) => count ?? 0))
  return (
    <section className={classes.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={classes.title}>
        {title}
      </h2>
      <table className={classes.table} aria-labelledby={`${id}-title`}>
        <colgroup>
          <col />
          <col className={classes.countColumn} />
          {!hasLongNames && <col className={classes.shareColumn} />}
        </colgroup>
        <thead className={classes.head}>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{text.accounts}</th>
            {!hasLongNames && <th scope="col">{text.share}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CountRow key={row.id} {...{ row, total, largest, isPartial, hasLongNames }} />
          ))}
        </tbody>
      </table>
      {table.rows.length > MOST_SHOWN && (
        <Button variant="subtle" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? text.showFewer : text.showAll(table.rows.length)}
        </Button>
      )}
      {note && <p className={classes.note}>{note}</p>}
    </section>
  )
}

function Loading() {
  return (
    <span className={classes.skeleton}>
      <Hidden>{t.loading}</Hidden>
    </span>
  )
}

type RowProps = {
  row: Numbered
  total: number | undefined
  largest: number
  isPartial: boolean
  hasLongNames: boolean
}

function CountRow({ row, total, largest, isPartial, hasLongNames }: RowProps) {
  const { label, count } = row
  const width = count && largest > 0 ? (100 * count) / largest : 0
  return (
    <tr>
      <th scope="row" title={label || undefined}>
        {label || <Loading />}
      </th>
      <td className={classes.number}>
        <NumberLink {...row} isPartial={isPartial} />
      </td>
      {!hasLongNames && (
        <td className={classes.share}>
          {/* The page's policy forbids style attributes; those of a drawing are not styles. */}
          <svg className={classes.bar} aria-hidden>
            {width > 0 && (
              <rect className={classes.fill} width={`${width}%`} height="100%" rx="2" />
            )}
          </svg>
          <span className={classes.percent}>
            {count !== undefined && total !== undefined && formatShare(count, total)}
          </span>
        </td>
      )}
    </tr>
  )
}
