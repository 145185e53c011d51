import { uncorrelatedText as text } from '#lib/messages/uncorrelated.ts'
import { SelectBox } from '#ui/select-box.tsx'

import type { Verdicts } from './accept-store.ts'
import { BenchRow, type RowActions } from './bench-row.tsx'
import { isSelected, proposalOf, type Decisions } from './proposal.ts'
import type { Uncorrelated } from './queries.ts'

import classes from './bench-table.module.css'

type Props = RowActions & {
  rows: Uncorrelated[]
  decisions: Decisions
  verdicts: Verdicts
  /** Why nothing of the account's source can be accepted. */
  blocked: (row: Uncorrelated) => string | undefined
  onSelectClear: () => void
  onSelectNone: () => void
}

export function BenchTable({ rows, decisions, verdicts, blocked, ...props }: Props) {
  const { onSelectClear, onSelectNone, ...actions } = props
  const clear = rows.filter(({ isClear }) => isClear)
  const isSome = rows.some((row) => isSelected(row, decisions))
  const isAll = isSome && clear.every((row) => isSelected(row, decisions))
  const selectLabel = isSome ? text.columns.selectNone : text.columns.selectClear
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={text.label}>
        <thead className={classes.head}>
          <tr>
            <th scope="col" className={classes.select}>
              <label className={classes.selectAll}>
                <SelectBox
                  label={selectLabel}
                  checked={isAll}
                  isMixed={isSome && !isAll}
                  disabled={clear.length === 0 && !isSome}
                  onChange={isSome ? onSelectNone : onSelectClear}
                />
                <span className={classes.selectText}>{selectLabel}</span>
              </label>
            </th>
            <th scope="col" className={classes.account}>
              {text.columns.account}
            </th>
            <th scope="col">{text.columns.owner}</th>
            <th scope="col" className={classes.score}>
              {text.columns.score}
            </th>
            <th scope="col" className={classes.actions}>
              {text.columns.actions}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BenchRow
              key={row.account.id}
              row={row}
              proposal={proposalOf(row, decisions)}
              isChosen={decisions.chosen.has(row.account.id)}
              isSelected={isSelected(row, decisions)}
              verdict={verdicts.get(row.account.id)}
              blocked={blocked(row)}
              {...actions}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
