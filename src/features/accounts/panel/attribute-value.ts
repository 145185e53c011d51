import { parseTime } from '#lib/dates.ts'

/** An attribute's value, told apart by how it is shown. */
export type AttributeValue =
  | { is: 'not-set' }
  /** Its name says that nobody should read it off a screen, unless they ask for it. */
  | { is: 'secret'; text: string }
  | { is: 'flag'; yes: boolean }
  | { is: 'time'; iso: string; raw: string; written: TimeForm }
  /** The time with which Windows says that there is none. */
  | { is: 'never'; raw: string }
  | { is: 'list'; items: string[] }
  | { is: 'text'; text: string }
  | { is: 'object'; json: string }

/** How the source wrote a time down. */
export type TimeForm = 'iso' | 'directory' | 'filetime' | 'milliseconds' | 'seconds'

const secretName = /pass(word|wd|phrase)|passwd|pwd|secret|token|private.?key|api.?key|credential/i
const timeName =
  /time|date|last|when|expir|until|since|created|modified|changed|updated|logon|login|set$|_at$/i

/** Whole ISO times only: a date without a time is a day, which no time zone should move. */
const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/
/** As directories write it, `whenCreated` of Active Directory for example. */
const ldapTime = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/

export function readAttribute(name: string, value: unknown): AttributeValue {
  if (value === null || value === undefined) return { is: 'not-set' }
  if (typeof value === 'boolean') return { is: 'flag', yes: value }
  const time = timeOf(name, value)
  // `pwdLastSet` is a time, whatever its name has in common with a password.
  if (time) return { is: 'time', raw: String(value), ...time }
  if (timeName.test(name) && String(value) === fileTimeNever)
    return { is: 'never', raw: fileTimeNever }
  if (isSecret(name, value)) return { is: 'secret', text: wholeText(value) }
  if (Array.isArray(value)) return { is: 'list', items: value.map(textOf) }
  if (typeof value === 'object') return { is: 'object', json: JSON.stringify(value, null, 2) }
  return { is: 'text', text: String(value) }
}

const fileTimeNever = '9223372036854775807'

type Time = { iso: string; written: TimeForm }

function timeOf(name: string, value: unknown): Time | undefined {
  if (typeof value === 'string') {
    const text = value.trim()
    if (isoTime.test(text)) return asTime(text, 'iso')
    const directory = ldapTime.exec(text)
    if (directory) {
      const [, year, month, day, hour, minute, second] = directory
      return asTime(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`, 'directory')
    }
  }
  // Digits are a time only where the name says so: an employee number can look just like one.
  const isDigits = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  return isDigits && timeName.test(name) ? asTime(value, formOf(Number(value))) : undefined
}

function asTime(value: unknown, written: TimeForm): Time | undefined {
  const iso = parseTime(value)?.toISOString()
  return iso === undefined ? undefined : { iso, written }
}

/** As `parseTime` tells them apart. */
function formOf(digits: number): TimeForm {
  if (digits >= 1e17) return 'filetime'
  return digits < 1e11 ? 'seconds' : 'milliseconds'
}

/** A number or a flag about a secret (its age, whether it expires) is none itself. */
const isSecret = (name: string, value: unknown) =>
  secretName.test(name) && typeof value !== 'number' && !isTellable(value)

const isTellable = (value: unknown) =>
  typeof value === 'string' && /^(\d+|true|false|yes|no|never|)$/i.test(value.trim())

/** For a value that is still to be typed: only its name can tell. */
export const looksSecret = (name: string): boolean => secretName.test(name) && !timeName.test(name)

const textOf = (item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item))

/** A value of any shape in one text; the items of a list in a line each. */
const wholeText = (value: unknown) =>
  Array.isArray(value) ? value.map(textOf).join('\n') : textOf(value)

/** What copying the value gives; nothing for what is hidden or not there. */
export function copyableText(value: AttributeValue): string | undefined {
  switch (value.is) {
    case 'text':
      return value.text || undefined
    case 'list':
      return value.items.join('\n') || undefined
    case 'time':
    case 'never':
      return value.raw
    case 'object':
      return value.json
    case 'flag':
      return String(value.yes)
    default:
      return undefined
  }
}

export type NamedValue = { name: string; value: AttributeValue }

/** The attributes whose name or value holds the text, by name; case does not matter. */
export function findAttributes(
  attributes: Record<string, unknown> | null,
  text: string,
): NamedValue[] {
  const wanted = text.trim().toLowerCase()
  return Object.entries(attributes ?? {})
    .map(([name, raw]) => ({ name, value: readAttribute(name, raw) }))
    .filter(({ name, value }) =>
      `${name}\n${copyableText(value) ?? ''}`.toLowerCase().includes(wanted),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** For the raw view: what the attribute list hides is hidden there as well. */
export function maskSecrets<T extends { attributes: Record<string, unknown> | null }>(
  account: T,
): T {
  if (!account.attributes) return account
  const attributes = Object.entries(account.attributes).map(([name, value]) => [
    name,
    readAttribute(name, value).is === 'secret' ? '••••••' : value,
  ])
  return { ...account, attributes: Object.fromEntries(attributes) }
}
