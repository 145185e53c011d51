import type { RowData } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

import { keepColumns, useKeptColumns } from '#lib/column-memory.ts'
import { COLUMNS } from '#lib/use-url-state.ts'

import { arranged, columnId, namesOf, type Column, type ColumnName } from './columns.ts'

export type ColumnChoice = {
  /** Those that can be hidden and moved, in the usual order. */
  names: readonly ColumnName[]
  /** The ids of those that are shown, in their order. */
  shown: readonly string[]
  isUsual: boolean
  onShow: (ids: readonly string[]) => void
}

/**
 * Which columns a list has, in which order and how wide. The address says it; where it does not, what
 * was last chosen in this browser holds. `list` is the name under which that is kept.
 */
export function useColumns<Row extends RowData>(list: string, all: readonly Column<Row>[]) {
  const [params, setParams] = useSearchParams()
  const kept = useKeptColumns(list)
  const wanted = params.get(COLUMNS) ?? kept.shown?.join()
  const columns = useMemo(() => [...arranged(all, wanted?.split(','))], [all, wanted])
  const choice = useMemo(() => {
    const movable = namesOf(all).filter(({ isFixed }) => !isFixed)
    const ids = movable.map(({ id }) => id)
    const shown = columns.map(columnId).filter((id) => ids.includes(id))
    return { names: movable, shown, isUsual: shown.join() === ids.join(), usual: ids.join() }
  }, [all, columns])

  function onShow(ids: readonly string[]) {
    const isUsual = ids.join() === choice.usual
    keepColumns(list, { shown: isUsual ? undefined : [...ids] })
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (isUsual) next.delete(COLUMNS)
        else next.set(COLUMNS, ids.join())
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  }
  function onWidth(id: string, width: number | undefined) {
    const { [id]: _before, ...others } = kept.widths
    keepColumns(list, { widths: width === undefined ? others : { ...others, [id]: width } })
  }
  return {
    choice: { ...choice, onShow } satisfies ColumnChoice,
    /** For the table. */
    layout: { columns, widths: kept.widths, onWidth },
  }
}
