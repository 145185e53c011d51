import { parseTime } from '#lib/dates.ts'

/** An attribute's value, told apart by how it is shown. */
export type AttributeValue =
  | { is: 'not-set' }
  /** Its name says that nobody should read it off a screen. */
  | { is: 'secret' }
  | { is: 'flag'; yes: boolean }
  | { is: 'time'; iso: string; raw: string }
  | { is: 'list'; items: string[] }
  | { is: 'text'; text: string }
  | { is: 'object'; json: string }

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
  const iso = timeOf(name, value)
  // `pwdLastSet` is a time, whatever its name has in common with a password.
  if (iso) return { is: 'time', iso, raw: String(value) }
  if (isSecret(name, value)) return { is: 'secret' }
  if (Array.isArray(value)) return { is: 'list', items: value.map(textOf) }
  if (typeof value === 'object') return { is: 'object', json: JSON.stringify(value, null, 2) }
  return { is: 'text', text: String(value) }
}

function timeOf(name: string, value: unknown): string | undefined {
  if (typeof value === 'string') {
    const text = value.trim()
    if (isoTime.test(text)) return parseTime(text)?.toISOString()
    const directory = ldapTime.exec(text)
    if (directory) {
      const [, year, month, day, hour, minute, second] = directory
      return parseTime(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)?.toISOString()
    }
  }
  // Digits are a time only where the name says so: an employee number can look just like one.
  const isDigits = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  return isDigits && timeName.test(name) ? parseTime(value)?.toISOString() : undefined
}

/** A number or a flag about a secret (its age, whether it expires) is none itself. */
const isSecret = (name: string, value: unknown) =>
  secretName.test(name) && typeof value !== 'number' && !isTellable(value)

const isTellable = (value: unknown) =>
  typeof value === 'string' && /^(\d+|true|false|yes|no|never|)$/i.test(value.trim())

const textOf = (item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item))

/** What copying the value gives; nothing for what is hidden or not there. */
export function copyableText(value: AttributeValue): string | undefined {
  switch (value.is) {
    case 'text':
      return value.text || undefined
    case 'list':
      return value.items.join('\n') || undefined
    case 'time':
      return value.raw
    case 'object':
      return value.json
    case 'flag':
      return String(value.yes)
    default:
      return undefined
  }
}

/** The attributes whose name or value holds the text, by name; case does not matter. */
export function findAttributes(attributes: Record<string, unknown> | null, text: string) {
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
