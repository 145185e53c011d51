import { heldValues, type Held } from './account-values.ts'

/** An entitlement as the tenant tells of it, with what is needed here. */
export type Told = Held & { id: string; label: string; isPrivileged: boolean }

/** Each that can be read; `isOpaque` where one cannot. */
export function toldIn(list: readonly (Record<string, unknown> & { id: string })[]) {
  const told: Told[] = []
  for (const { id, name, attribute, value, privileged, source } of list) {
    if (typeof attribute !== 'string' || !isText(value)) continue
    const sourceName = typeof source === 'object' && source ? Reflect.get(source, 'name') : ''
    const called = isText(name) && String(name) !== '' ? String(name) : String(value)
    const label =
      typeof sourceName === 'string' && sourceName ? `${called} (${sourceName})` : called
    told.push({ id, label, attribute, value: String(value), isPrivileged: privileged === true })
  }
  return { told, isOpaque: told.length < list.length }
}

const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number'

export type Teaching = {
  /** What each value of the account is. */
  learnt: { held: Held; told: Told }[]
  /** Values of the account that are not among its entitlements. */
  missing: Held[]
  /** Whether it has entitlements that its attributes do not show. */
  hasOthers: boolean
}

/** Attributes of the account that hold an entitlement, though nobody said so before. */
export function newAttributes(
  account: Record<string, unknown>,
  told: readonly Told[],
  known: ReadonlySet<string>,
): string[] {
  const unknown = told.filter(({ attribute }) => !known.has(attribute))
  return [...new Set(unknown.map(({ attribute }) => attribute))].filter((attribute) => {
    const { held } = heldValues(account, [attribute])
    return unknown.some((each) => held.some((one) => isSame(one, each, foldedOf)))
  })
}

/**
 * Which of an account's values is which of its entitlements: sources and the tenant spell a value
 * alike, but for case and spaces around it where a directory does not care for them.
 */
export function teachingOf(
  account: Record<string, unknown>,
  told: readonly Told[],
  attributes: Iterable<string>,
): Teaching {
  const { held } = heldValues(account, attributes)
  const learnt: Teaching['learnt'] = []
  const missing: Held[] = []
  // Of two that cannot be told apart the privileged one comes last, and so is the one that is found.
  const sorted = told.toSorted((a, b) => Number(a.isPrivileged) - Number(b.isPrivileged))
  const exact = new Map(sorted.map((each) => [keyOf(each, String), each]))
  const folded = new Map(sorted.map((each) => [keyOf(each, foldedOf), each]))
  const found = new Set<Told>()
  for (const each of held) {
    const match = exact.get(keyOf(each, String)) ?? folded.get(keyOf(each, foldedOf))
    if (match) {
      learnt.push({ held: each, told: match })
      found.add(match)
    } else {
      missing.push(each)
    }
  }
  const isFound = (each: Told) => [...found].some((one) => isSame(one, each, foldedOf))
  return { learnt, missing, hasOthers: told.some((each) => !found.has(each) && !isFound(each)) }
}

const foldedOf = (value: string) => value.trim().toLowerCase()
const keyOf = ({ attribute, value }: Held, form: (value: string) => string) =>
  JSON.stringify([attribute, form(value)])
const isSame = (a: Held, b: Held, form: (value: string) => string) =>
  keyOf(a, form) === keyOf(b, form)
