/** One value of an account, in one of the attributes that say what it may do. */
export type Held = { attribute: string; value: string }

/** What is longer is no name of anything, and is not remembered. */
const LONGEST = 2000

/**
 * The values of these attributes. `isOpaque`: some value is no text or number, or too long to be
 * remembered, so that nobody can say what it gives.
 */
export function heldValues(account: Record<string, unknown>, attributes: Iterable<string>) {
  const held: Held[] = []
  let isOpaque = false
  for (const attribute of attributes) {
    for (const item of valuesOf(account.attributes, attribute)) {
      const value = typeof item === 'object' ? undefined : String(item)
      if (value === undefined || value.length > LONGEST) isOpaque = true
      else if (value !== '') held.push({ attribute, value })
    }
  }
  return { held, isOpaque }
}

function valuesOf(attributes: unknown, name: string): unknown[] {
  const isThere =
    typeof attributes === 'object' && attributes !== null && Object.hasOwn(attributes, name)
  const value: unknown = isThere ? Reflect.get(attributes, name) : undefined
  const list = Array.isArray(value) ? value : [value]
  return list.filter((item) => item !== null && item !== undefined)
}
