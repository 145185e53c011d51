import { useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'

import { copyText } from '#lib/copy-text.ts'
import { exactTime, parseTime, relativeTime } from '#lib/dates.ts'
import { t } from '#lib/messages.ts'
import { labelOf, oneLine } from '#lib/visible-text.ts'

import { Hidden } from './hidden.tsx'
import { Link } from './link.tsx'
import { announce } from './live-region.tsx'
import { useNow } from './use-now.ts'

import classes from './cells.module.css'

type RowLinkProps = {
  to: string
  /** For a panel over the list: the list's own state stays in the URL. */
  keepSearch?: boolean
  children: ReactNode
}

/** What a row is about, as a link to its page. */
export function RowLink({ to, keepSearch = false, children }: RowLinkProps) {
  const { search } = useLocation()
  return (
    <Link
      to={keepSearch ? { pathname: to, search } : to}
      className={classes.link}
      // The row is the tab stop; its link is reached by Enter on the row.
      tabIndex={-1}
    >
      {children}
    </Link>
  )
}

/** What is not there. Screen readers hear a word rather than a dash. */
export function NoValue({ label = t.none }: { label?: string }) {
  return (
    <span className={classes.none}>
      <span aria-hidden>–</span>
      <Hidden>{label}</Hidden>
    </span>
  )
}

/** `value` is whatever a source gave: ISO, epoch, FILETIME; what is no time is a dash. */
export function RelativeTime({ value }: { value: unknown }) {
  const now = useNow()
  const time = parseTime(value)
  if (!time) return <NoValue />
  const exact = exactTime(time)
  return (
    <time dateTime={time.toISOString()} title={exact} className={classes.time}>
      <span aria-hidden>{relativeTime(time, now)}</span>
      <Hidden>{exact}</Hidden>
    </time>
  )
}

/** How much of the end stays visible: distinguished names differ at the front, ids at the end. */
const TAIL = 6

type MonoIdProps = {
  value: string
  /** What the value is, in lower case: "native identity". */
  what: string
}

/** An id in monospace, shortened in the middle, whole on hover, copied by a click. */
export function MonoId({ value, what }: MonoIdProps) {
  const button = useRef<HTMLButtonElement>(null)
  // By characters, of which some are two of JavaScript's units: half of one is no text.
  const tail = Array.from(value.slice(-2 * TAIL))
    .slice(-TAIL)
    .join('')
  if (labelOf(value) === undefined) return <NoValue />
  async function copy() {
    const isCopied = await copyText(value)
    announce(isCopied ? t.copied : t.copyFailed)
    // An attribute rather than state: hundreds of these are mounted while scrolling.
    if (!isCopied || !button.current) return
    button.current.dataset.copied = t.copied
    setTimeout(() => delete button.current?.dataset.copied, 1200)
  }
  return (
    <button
      ref={button}
      type="button"
      className={classes.id}
      title={value}
      aria-label={`${t.copyValue(what)} ${value}`}
      tabIndex={-1}
      onClick={() => void copy()}
    >
      <span className={classes.head}>{oneLine(value.slice(0, value.length - tail.length))}</span>
      <span className={classes.tail}>{oneLine(tail)}</span>
    </button>
  )
}
