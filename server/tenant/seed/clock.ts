const DAY = 24 * 60 * 60 * 1000
/** Milliseconds from 1601, where Windows counts from, to 1970. */
const WINDOWS_EPOCH = 11_644_473_600_000n

/** Times of the data set, all counted back from the beginning of the day that `now` is in. */
export function clockAt(now: Date) {
  const today = Math.floor(now.getTime() / DAY) * DAY
  return {
    /** Whole or broken days before today; a negative number lies in the future. */
    daysAgo: (days: number) => new Date(today - Math.round(days * DAY)).toISOString(),
    dateDaysAgo: (days: number) =>
      new Date(today - Math.round(days * DAY)).toISOString().slice(0, 10),
  }
}
export type Clock = ReturnType<typeof clockAt>

/** Tenths of microseconds since 1601 as Active Directory writes times. */
export function fileTime(iso: string): string {
  return String((BigInt(Date.parse(iso)) + WINDOWS_EPOCH) * 10_000n)
}
