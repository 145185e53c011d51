import { attributeOf } from '../store/read/schema-attributes.ts'
import type { SourceSchema } from '../store/schema.ts'
import type { Clock } from './clock.ts'
import { draftOf } from './drafts.ts'
import { entitlementSpecs } from './entitlement-list.ts'
import { unknownHolder } from './holder.ts'
import { nastyDrafts } from './nasty.ts'
import type { SourceKey, SourceSpec } from './source-list.ts'
import { numbersOf } from './stray-holders.ts'

/** What a source's accounts are made of, read off one of each sort that the data set can hold. */
export function schemaOf({ key, config }: SourceSpec, clock: Clock): SourceSchema {
  const someone = { ...unknownHolder(1, false), email: 'a@example.com', employeeNumber: '1' }
  const drafts = [
    draftOf(key, { ...someone, managerNumber: '2' }, clock),
    ...nastyDrafts(someone, clock).filter(({ source }) => source === key),
    { attributes: numbersOf(key) },
  ]
  const names = [
    ...new Set(drafts.flatMap(({ attributes }) => Object.keys(attributes))),
    ...config.entitlementAttributes,
  ]
  return {
    attributes: names.map((name) => ({
      ...attributeOf(
        name,
        drafts.map(({ attributes }) => attributes[name]),
      ),
      isMulti: config.entitlementAttributes.includes(name),
    })),
    objectTypes: objectTypesOf(key),
  }
}

function objectTypesOf(key: SourceKey): Record<string, string> {
  return Object.fromEntries(
    entitlementSpecs(key).map(({ attribute, objectType }) => [attribute, objectType]),
  )
}
