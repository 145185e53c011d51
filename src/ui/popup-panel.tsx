import { Suspense, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { t } from '#lib/messages.ts'

import type { PopupContent } from './popup.tsx'

import classes from './popup.module.css'

type Props = PopupContent & { id: string; onToggle: (isOpen: boolean) => void }

const GAP = 4
const EDGE = 8
const ROOM = 260

/** What a {@link Popup} opens. It is mounted with the first opening, and opens itself then. */
export function PopupPanel({ id, label, kind, children, onToggle, ...handlers }: Props) {
  const popup = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const close = () => popup.current?.hidePopover()

  useLayoutEffect(() => {
    // Called again by StrictMode, on a popup that is already open.
    if (!popup.current?.matches(':popover-open')) popup.current?.showPopover()
  }, [])

  useEffect(() => {
    const element = popup.current
    if (!isOpen || !element) return
    const anchor = anchorOf(id)
    // What is in it may come, or grow, later.
    const growth = new ResizeObserver(() => place(element, anchor))
    growth.observe(element)
    const before = anchor?.getBoundingClientRect()
    // What it is anchored to moves away with a scroll; following it would be a second layout. The
    // event comes a frame after the scroll: one that Tab caused must not close what Enter opened.
    const onScroll = ({ target }: Event) => {
      // Its own content scrolls as well, and so does a list below its button.
      if (!anchor || !(target instanceof Node && target.contains(anchor))) return
      const now = anchor.getBoundingClientRect()
      if (now.top !== before?.top || now.left !== before.left) element.hidePopover()
    }
    const onResize = () => element.hidePopover()
    document.addEventListener('scroll', onScroll, { capture: true, passive: true })
    window.addEventListener('resize', onResize)
    return () => {
      growth.disconnect()
      document.removeEventListener('scroll', onScroll, { capture: true })
      window.removeEventListener('resize', onResize)
    }
  }, [isOpen, id])

  return (
    <div
      ref={popup}
      id={id}
      popover="auto"
      role={kind}
      aria-label={label}
      className={classes.popup}
      onKeyDown={handlers.onKeyDown}
      onBeforeToggle={(event) => {
        if (event.newState !== 'open') return
        place(event.currentTarget, anchorOf(id))
        setIsOpen(true)
        onToggle(true)
      }}
      // Not earlier: what is not shown yet cannot take the focus, and what has it must still be
      // there for the browser to give it back.
      onToggle={(event) => {
        if (event.newState === 'open') return focusFirst(event.currentTarget)
        setIsOpen(false)
        onToggle(false)
        handlers.onClose?.()
      }}
    >
      {isOpen && (
        <Suspense fallback={<p className={classes.note}>{t.loading}</p>}>
          {children(close)}
          <FocusOnArrival popup={popup} />
        </Suspense>
      )}
    </div>
  )
}

/** What had to be fetched first comes after the popup has opened, and takes the focus then. */
function FocusOnArrival({ popup }: { popup: RefObject<HTMLDivElement | null> }) {
  useEffect(() => {
    const element = popup.current
    if (element?.matches(':popover-open')) focusFirst(element)
  }, [popup])
  return null
}

const anchorOf = (id: string) => document.querySelector(`[popovertarget="${CSS.escape(id)}"]`)

/** Below its button, or above where there is more room, and never beyond the edge of the screen. */
function place(popup: HTMLElement, anchor: Element | null) {
  if (!anchor) return
  const { left, right, top, bottom } = anchor.getBoundingClientRect()
  const below = innerHeight - bottom - GAP - EDGE
  const above = top - GAP - EDGE
  const isBelow = below >= ROOM || below >= above
  const isStart = left + right <= innerWidth
  const mostInset = innerWidth - EDGE - popup.offsetWidth
  const inset = Math.max(EDGE, Math.min(isStart ? left : innerWidth - right, mostInset))
  const { style } = popup
  style.top = isBelow ? `${bottom + GAP}px` : 'auto'
  style.bottom = isBelow ? 'auto' : `${innerHeight - top + GAP}px`
  style.left = isStart ? `${inset}px` : 'auto'
  style.right = isStart ? 'auto' : `${inset}px`
  style.maxHeight = `${isBelow ? below : above}px`
  style.maxWidth = `${innerWidth - 2 * EDGE}px`
}

/** Unless a key has moved it on already: the news that it is open may come after that. */
function focusFirst(popup: HTMLElement) {
  if (popup.contains(document.activeElement)) return
  const first = popup.querySelector<HTMLElement>(
    '[data-autofocus], [role^=menuitem], input, button',
  )
  first?.focus({ preventScroll: true })
}
