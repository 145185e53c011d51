import { language } from './language.ts'
import { t } from './messages.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** 100-nanosecond ticks between 1601, where Windows starts to count, and 1970. */
const FILETIME_EPOCH = 11_644_473_600_000

/**
 * Reads a time as sources write it: ISO 8601, epoch milliseconds or seconds, or a Windows FILETIME
 * (as `pwdLastSet` of Active Directory). Undefined for what is none, and for "never".
 */
export function parseTime(value: unknown): Date | undefined {
  if (typeof value === 'number') return fromDigits(value)
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const text = value.trim()
  if (/^\d+$/.test(text)) return text.length < 9 ? undefined : fromDigits(Number(text))
  // Date.parse takes almost anything ("room 12" is the year 2001), so the shape is checked first.
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? valid(new Date(text)) : undefined
}

function fromDigits(digits: number): Date | undefined {
  if (!Number.isFinite(digits) || digits <= 0) return undefined
  if (digits >= 9.2e18) return undefined // the largest FILETIME means "never"
  if (digits >= 1e17) return valid(new Date(digits / 10_000 - FILETIME_EPOCH))
  return valid(new Date(digits < 1e11 ? digits * 1000 : digits))
}

const valid = (date: Date) => (Number.isNaN(date.getTime()) ? undefined : date)

const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
const clock = new Intl.DateTimeFormat(language, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })

export const exactTime = (date: Date): string => exact.format(date)
export const clockTime = (date: Date): string => clock.format(date)
export const dayOf = (date: Date): string => day.format(date)

export function relativeTime(date: Date, now = Date.now()): string {
  const passed = date.getTime() - now
  const size = Math.abs(passed)
  // Ahead by seconds is another clock, or the page's own, which ticks twice a minute.
  if (size < MINUTE) return t.justNow
  if (size < HOUR) return relative.format(Math.trunc(passed / MINUTE), 'minute')
  if (size < DAY) return relative.format(Math.trunc(passed / HOUR), 'hour')
  if (size < 30 * DAY) return relative.format(Math.trunc(passed / DAY), 'day')
  if (size < 365 * DAY) return relative.format(Math.trunc(passed / (30.44 * DAY)), 'month')
  return relative.format(Math.trunc(passed / (365.25 * DAY)), 'year')
}
