import type { components } from '../../../src/api/console-schema.d.ts'
import { Refusal } from '../domain/failures.ts'
import { say } from '../domain/sentences.ts'
import type { AccountFacts, AccountState } from './facts.ts'
import { reason, type Reason } from './reason.ts'

type AttributeValue = components['schemas']['AttributeValue']

/** What attributes of an account are to become; null takes one away. */
export type Edit = {
  attributes: AttributeValue[]
  /** Its secrets were, so it cannot be sent any more. */
  isForgotten?: true
}

const LONGEST = 100_000
const MOST_ITEMS = 1000

/** As it was asked for; throws where a value has no form that an attribute can have. */
export function editOf(attributes: AttributeValue[]): Edit {
  const names = attributes.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Refusal(400, `The attribute ${twice} is named twice.`)
  for (const { name, value } of attributes) {
    if (isUsable(value)) continue
    throw new Refusal(
      400,
      `${name} has to be text, a number, true, false, null or a list of texts.`,
    )
  }
  return { attributes }
}

function isUsable(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.length <= MOST_ITEMS && value.every((item) => isShort(item))
  }
  const isNumber = typeof value === 'number' && Number.isFinite(value)
  return value === null || typeof value === 'boolean' || isNumber || isShort(value)
}

const isShort = (value: unknown) => typeof value === 'string' && value.length <= LONGEST

/**
 * What makes an account so, of which `had` are the attributes that it has: null where it has none at
 * all, undefined where nobody knows.
 */
export function editPatch({ attributes }: Edit, had: AccountFacts['attributes']) {
  const type = 'application/json-patch+json'
  if (had === null) {
    const all = attributes.filter(({ value }) => value !== null)
    const value = Object.fromEntries(all.map((one) => [one.name, one.value]))
    return { type, json: [{ op: 'add', path: '/attributes', value }] }
  }
  const json = attributes.flatMap(({ name, value }) => {
    // RFC 6901 §3.
    const path = `/attributes/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const isThere = had !== undefined && Object.hasOwn(had, name)
    if (value === null) return isThere || !had ? [{ op: 'remove', path }] : []
    return [{ op: isThere ? 'replace' : 'add', path, value }]
  })
  return { type, json }
}

/** Whether the account has all of them. Its source may put a list into another order. */
export const isEdited = ({ attributes: now }: AccountFacts, { attributes }: Edit): boolean =>
  now !== undefined && attributes.every(({ name, value }) => isSame(own(now, name), value))

export function editedAlready(account: AccountFacts, edit: Edit): Reason | undefined {
  if (!isEdited(account, edit)) return undefined
  return reason('attributesAlready', say('attributesSo'))
}

/** Not what every object has, such as `toString`. */
const own = (attributes: AccountFacts['attributes'], name: string): unknown =>
  attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined

function isSame(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other)
}

/** Nothing, empty text and an empty list are one to a form; numbers are often kept as text. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(plain).toSorted().join('\n')
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
}

/** The names of the attributes that a run is about; undefined where it is about none. */
export const namesIn = (edit: Edit | undefined): string[] | undefined =>
  edit?.attributes.map(({ name }) => name)

/** What is kept of the attributes that a run is about; of a secret that there is one. */
export function attributesOf(
  { attributes: now }: AccountFacts,
  { attributes }: Edit,
): AttributeValue[] {
  return attributes.map(({ name, isSecret }) => {
    const value = own(now, name) ?? null
    return isSecret ? { name, value: null, isSecret } : { name, value }
  })
}

/** As it was before a run, but for secrets: nobody has kept those. */
export const backToAttributes = ({ attributes = [] }: AccountState): Edit => ({
  attributes: attributes.filter(({ isSecret }) => !isSecret),
})

/** What somebody has changed since stays so. */
export function changedSince(
  account: AccountFacts,
  before: AccountState,
  after: AccountState | null,
): Reason | undefined {
  const isLeft = (before.attributes ?? []).every(({ name, value, isSecret }) => {
    const now = own(account.attributes, name)
    const made = after?.attributes?.find((one) => one.name === name)
    return isSecret || isSame(now, value) || (made !== undefined && isSame(now, made.value))
  })
  return isLeft ? undefined : reason('changedSince', 'Its attributes were changed since the run.')
}

/** What is left of it when its secrets have been sent, or will not be, and what is shown of it. */
export function withoutSecrets({ attributes }: Edit): Edit {
  const told = attributes.map((one) => (one.isSecret ? { ...one, value: null } : one))
  return { attributes: told, isForgotten: true }
}

export const hasSecrets = ({ attributes }: Edit): boolean =>
  attributes.some(({ isSecret }) => isSecret)
