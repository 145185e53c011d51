import { createText as text } from '#lib/messages/create-account.ts'

import type { AccountSchema } from '../panel/attribute-schema.ts'
import {
  editFields,
  listOf,
  problemIn,
  type Change,
  type Draft,
  type EditField,
} from '../panel/edit-fields.ts'

export type NewAccount = {
  sourceId: string
  nativeIdentity: string
  /** As they are sent, without the source. */
  attributes: Record<string, string>
  /** What holds several values, and is sent once the account is there. */
  lists: Change[]
}

/** The tenant takes the source from among the attributes, so no attribute can have that name. */
const RESERVED = 'sourceId'

/**
 * What the form asks for: the attributes of the schema, with those first that say which account it
 * is. Undefined where the schema does not name what identifies one, without which none is created.
 */
export function createFields(schema: AccountSchema): EditField[] | undefined {
  const { identityAttribute, displayAttribute } = schema
  const fields = editFields(null, schema).filter(({ name }) => name !== RESERVED)
  const named = (wanted: string | undefined) => fields.filter(({ name }) => name === wanted)
  const identity = named(identityAttribute).map((field) => ({ ...field, fixed: undefined }))
  if (identity.length === 0) return undefined
  const display = named(displayAttribute).filter(({ name }) => name !== identityAttribute)
  const others = fields.filter(
    ({ name }) => name !== identityAttribute && name !== displayAttribute,
  )
  return [...identity, ...display, ...others]
}

/** Why the field cannot be sent as it is; the identity attribute is the one that has to be given. */
export function problemOf(field: EditField, draft: Draft, isRequired: boolean): string | undefined {
  const typed = draft[field.name] ?? ''
  if (isRequired && typed.trim() === '') return text.needed
  return problemIn(field, typed)
}

/**
 * Values are declared as strings (isc-facts §8.3), and no rule says how one string holds several:
 * they are added to the new account afterwards. What was left empty is not sent at all.
 */
export function newAccountOf(
  sourceId: string,
  fields: readonly EditField[],
  draft: Draft,
): NewAccount {
  const given = fields.flatMap((field): Change[] => {
    const to = (draft[field.name] ?? '').trim()
    return to === '' ? [] : [{ field, from: '', to }]
  })
  const isSeveral = ({ field, to }: Change) => field.kind === 'list' && listOf(to).length > 1
  const [identity] = fields
  const single = given.filter((change) => !isSeveral(change))
  return {
    sourceId,
    nativeIdentity: (draft[identity?.name ?? ''] ?? '').trim(),
    attributes: Object.fromEntries(single.map(({ field, to }) => [field.name, to])),
    lists: given.filter(isSeveral),
  }
}

export const isFilled = (draft: Draft) => Object.values(draft).some((typed) => typed.trim() !== '')
