/** The short signs of units, which German knows as well: its own ones are twice as long. */
const unit = (name: 'second' | 'minute' | 'hour' | 'day') =>
  new Intl.NumberFormat('en', { style: 'unit', unit: name, unitDisplay: 'narrow' })

const [seconds, minutes, hours, days] = [unit('second'), unit('minute'), unit('hour'), unit('day')]

/** The two largest units that say something: "3s", "1m 5s", "2h", "4d 1h". */
export function formatDuration(ms: number): string {
  const all = Math.max(0, Math.round(ms / 1000))
  if (all < 1) return `< ${seconds.format(1)}`
  if (all < 60) return seconds.format(all)
  if (all < 3600) return both(minutes.format(Math.floor(all / 60)), all % 60, seconds)
  const wholeMinutes = Math.floor(all / 60)
  if (all < 86_400)
    return both(hours.format(Math.floor(wholeMinutes / 60)), wholeMinutes % 60, minutes)
  const wholeHours = Math.floor(all / 3600)
  return both(days.format(Math.floor(wholeHours / 24)), wholeHours % 24, hours)
}

/** In one line: neither says anything without the other. */
const both = (large: string, small: number, smaller: Intl.NumberFormat) =>
  small > 0 ? `${large}\u00A0${smaller.format(small)}` : large

/** Between two times as the tenant writes them; undefined where one is missing or is no time. */
export function durationBetween(
  from: string | null | undefined,
  to: string | number | null | undefined,
): number | undefined {
  if (!from || to === null || to === undefined) return undefined
  const ms = (typeof to === 'number' ? to : Date.parse(to)) - Date.parse(from)
  // Another clock may be behind: what has begun has taken no less than no time.
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
