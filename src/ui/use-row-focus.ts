import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import { useLocation, useNavigationType } from 'react-router'

import { createEntryMemory } from './entry-memory.ts'
import type { RowWindow } from './row-window.ts'
import type { RowSelection } from './use-row-selection.ts'

type Options<Row extends { id: string }> = {
  rows: RowWindow<Row>
  selection?: RowSelection<Row>
  openRow?: (row: Row) => void
  scroller: RefObject<HTMLDivElement | null>
  /** Brings a row into view. */
  scrollTo: (index: number) => void
  rowsPerScreen: () => number
}

/** The row that had the focus when its list was left. */
const left = createEntryMemory<number>()

/**
 * Keyboard and pointer for all rows in one place, so that a row needs no handlers of its own. The
 * row that has the focus is found by its index, because scrolling unmounts it.
 */
export function useRowFocus<Row extends { id: string }>(options: Options<Row>) {
  const { rows, selection, openRow, scroller, scrollTo, rowsPerScreen } = options
  const [index, setIndex] = useState(0)
  const wanted = useRef<number>(undefined)
  const anchor = useRef<number>(undefined)
  const hadFocus = useRef(false)
  useRowMemory(index, wanted, hadFocus)

  useEffect(() => {
    const list = scroller.current
    if (!list) return
    if (wanted.current !== undefined) {
      const row = list.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"][tabindex]`)
      if (!row) return
      row.focus({ preventScroll: true })
      wanted.current = undefined
    } else if (hadFocus.current && document.activeElement === document.body) {
      // The focused row was scrolled away and unmounted. The list keeps the keyboard.
      list.focus({ preventScroll: true })
    }
  })

  function moveTo(target: number) {
    const next = Math.min(Math.max(target, 0), rows.total - 1)
    if (next < 0) return
    setIndex(next)
    wanted.current = next
    scrollTo(next)
  }

  function select(at: number, isRange: boolean) {
    const row = rows.row(at)
    if (!selection || !row) return
    const isOn = !selection.has(row.id)
    const from = isRange ? (anchor.current ?? at) : at
    const range = Array.from({ length: Math.abs(at - from) + 1 }, (_, step) =>
      rows.row(Math.min(at, from) + step),
    )
    selection.set(
      range.filter((item) => item !== undefined),
      isRange || isOn,
    )
    anchor.current = at
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
    // Only an element can be the target of a key press.
    const target = event.target as HTMLElement
    if (target.closest('[popover], dialog') || isTyping(target)) return
    const at = indexOf(target) ?? index
    const isRow = target.tagName === 'TR' || target === scroller.current
    const act = keyAction(event.key, isRow)
    if (!act) return
    event.preventDefault()
    if (act.move) {
      const next = act.move(at, rowsPerScreen(), rows.total)
      if (event.shiftKey && selection) extendTo(at, next)
      moveTo(next)
    } else if (act.select) {
      select(at, event.shiftKey)
    } else {
      const row = rows.row(at)
      if (row && openRow) openRow(row)
    }
  }

  function extendTo(at: number, next: number) {
    const [from, to] = [rows.row(at), rows.row(next)]
    selection?.set(
      [from, to].filter((row) => row !== undefined),
      true,
    )
    anchor.current = next
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    // Only an element can be the target of a click.
    const target = event.target as HTMLElement
    const at = indexOf(target)
    if (at === undefined || target.closest('[popover], dialog')) return
    if (target.closest('[data-select]')) {
      select(at, event.shiftKey)
    } else if (openRow && !target.closest('a, button, input, label') && !hasSelectedText()) {
      const row = rows.row(at)
      if (row) openRow(row)
    }
  }

  return {
    index,
    handlers: {
      onKeyDown,
      onClick,
      onFocus: (event: { target: EventTarget }) => {
        hadFocus.current = true
        // Only an element can receive the focus.
        const at = indexOf(event.target as HTMLElement)
        if (at !== undefined) setIndex(at)
      },
      onBlur: (event: { relatedTarget: EventTarget | null }) => {
        // Where the row is unmounted there is no next element, and the list keeps the keyboard.
        if (event.relatedTarget) hadFocus.current = false
      },
    },
  }
}

/** Going back to a list puts the focus on the row from which it was left. */
function useRowMemory(
  index: number,
  wanted: RefObject<number | undefined>,
  hadFocus: RefObject<boolean>,
) {
  const { key } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const latest = useRef({ key, index })
  useLayoutEffect(() => {
    latest.current = { key, index }
  })
  useLayoutEffect(() => {
    if (isBack) wanted.current = left.of(latest.current.key)
    const leave = () => {
      if (hadFocus.current) left.keep(latest.current.key, latest.current.index)
    }
    return leave
    // Within the list the focus is the user's.
  }, []) // oxlint-disable-line react/exhaustive-deps -- on arriving and on leaving only
}

type Move = (at: number, screen: number, total: number) => number
type KeyAction = { move?: Move; select?: true; open?: true }

const down: Move = (at) => at + 1
const up: Move = (at) => at - 1
const moves: Record<string, Move> = {
  ArrowDown: down,
  j: down,
  ArrowUp: up,
  k: up,
  PageDown: (at, screen) => at + screen,
  PageUp: (at, screen) => at - screen,
  Home: () => 0,
  End: (_at, _screen, total) => total - 1,
}

/** Enter and Space on a link or a button inside a row are that control's own. */
function keyAction(key: string, isRow: boolean): KeyAction | undefined {
  const move = moves[key]
  if (move) return { move }
  if (key === 'x' || (key === ' ' && isRow)) return { select: true }
  return key === 'Enter' && isRow ? { open: true } : undefined
}

function isTyping(target: HTMLElement): boolean {
  return target.matches('textarea, select, input:not([type=checkbox])') || target.isContentEditable
}

function indexOf(target: HTMLElement): number | undefined {
  const row = target.closest<HTMLElement>('tr[data-index]')
  return row ? Number(row.dataset.index) : undefined
}

const hasSelectedText = () => (getSelection()?.toString() ?? '') !== ''
