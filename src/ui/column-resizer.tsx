import type { KeyboardEvent, PointerEvent } from 'react'

import { clampWidth } from './column-widths.ts'

import classes from './data-table.module.css'

type OnWidth = (id: string, width: number | undefined) => void

const STEP = 16

export const resizeKeys = 'Alt+ArrowLeft Alt+ArrowRight'

/** What the edge does for the pointer; the header's button says that it has these keys. */
export function resizeByKey(
  event: KeyboardEvent<HTMLTableCellElement>,
  id: string,
  onWidth: OnWidth,
): void {
  const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
  if (!event.altKey || step === undefined) return
  // In some browsers it would go back in history.
  event.preventDefault()
  event.stopPropagation()
  onWidth(id, clampWidth(event.currentTarget.offsetWidth + step))
}

/** The edge of a header cell: it is drawn to another width, and a double click gives the usual one. */
export function ColumnResizer({ id, onWidth }: { id: string; onWidth: OnWidth }) {
  function startDrag(event: PointerEvent<HTMLSpanElement>) {
    const edge = event.currentTarget
    const cell = edge.closest('th')
    const table = edge.closest('table')
    if (!cell || !table || event.button !== 0) return
    event.preventDefault()
    const column = table.querySelectorAll('col')[cell.cellIndex]
    const [before, least, startX] = [
      cell.offsetWidth,
      parseFloat(table.style.minWidth),
      event.clientX,
    ]
    const { pointerId } = event
    edge.setPointerCapture(pointerId)
    edge.dataset.dragged = ''
    let width = before

    // No row is rendered while the pointer moves: the browser alone lays the table out.
    function draw(next: number) {
      width = next
      if (column) column.style.width = `${next}px`
      if (table) table.style.minWidth = `${least + next - before}px`
    }
    const move = ({ clientX }: { clientX: number }) => draw(clampWidth(before + clientX - startX))
    function end({ type }: Event) {
      edge.removeEventListener('pointermove', move)
      for (const name of ends) edge.removeEventListener(name, end)
      delete edge.dataset.dragged
      if (type === 'pointercancel') draw(before)
      if (width !== before) onWidth(id, width)
    }
    edge.addEventListener('pointermove', move)
    for (const name of ends) edge.addEventListener(name, end)
  }
  return (
    <span
      className={classes.resizer}
      onPointerDown={startDrag}
      onDoubleClick={() => onWidth(id, undefined)}
      aria-hidden
    />
  )
}

const ends = ['pointerup', 'pointercancel'] as const
