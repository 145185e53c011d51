/**
 * The rule of src/features/accounts/password-changed.ts, which a server may not import; a test
 * holds one against the other.
 */
const names = [
  'pwdlastset',
  'passwordlastset',
  'lastpasswordchangedatetime',
  'lastpasswordchange',
  'lastpasswordchangedate',
  'passwordlastchanged',
  'passwordchanged',
  'pwdchangedtime',
]
const known = new Map(names.map((name, rank) => [name, rank]))
const longest = Math.max(...names.map((name) => name.length))

/** When the password was last changed, in milliseconds, as far as the source tells. */
export function passwordChanged(attributes: Record<string, unknown>): number | undefined {
  let [best, changed]: [number, number | undefined] = [names.length, undefined]
  for (const [name, value] of Object.entries(attributes)) {
    const rank = name.length > longest ? undefined : known.get(name.toLowerCase())
    if (rank === undefined || rank >= best) continue
    const time = timeOf(value)
    if (time !== undefined) [best, changed] = [rank, time]
  }
  return changed
}

/** 100-nanosecond ticks between 1601, where Windows starts to count, and 1970. */
const FILETIME_EPOCH = 11_644_473_600_000

/** ISO 8601, epoch milliseconds or seconds, or a Windows FILETIME; its largest means "never". */
function timeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return fromDigits(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (/^\d+$/.test(text)) return text.length < 9 ? undefined : fromDigits(Number(text))
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? valid(new Date(text)) : undefined
}

function fromDigits(digits: number): number | undefined {
  if (!Number.isFinite(digits) || digits <= 0 || digits >= 9.2e18) return undefined
  if (digits >= 1e17) return valid(new Date(digits / 10_000 - FILETIME_EPOCH))
  return valid(new Date(digits < 1e11 ? digits * 1000 : digits))
}

const valid = (date: Date) => (Number.isNaN(date.getTime()) ? undefined : date.getTime())
