import { attributeField } from './filter-language.ts'

/** A field that a filter text may name: how it is compared, and where its values come from. */
export type FilterField = {
  operators: readonly string[]
  /** All that it can be compared with. */
  values?: readonly string[]
  /** The facet that tells which values accounts have. */
  facet?: string
  isBare?: boolean
}

const id: FilterField = { operators: ['eq', 'ne', 'in', 'sw'] }
const name: FilterField = id
const flag: FilterField = { operators: ['eq', 'ne'], values: ['true', 'false'], isBare: true }
const date: FilterField = {
  operators: ['eq', 'gt', 'ge', 'lt', 'le', 'isnull', 'pr'],
  isBare: true,
}
const code = (facet: string): FilterField => ({
  operators: ['eq', 'ne', 'in', 'sw', 'co', 'isnull', 'pr'],
  facet,
})
const choice = (...values: string[]): FilterField => ({ operators: ['eq', 'ne', 'in'], values })

/** What the index can be asked for, the most asked first. A test holds them against the server's. */
export const filterFields: Record<string, FilterField> = {
  status: choice('enabled', 'disabled', 'locked'),
  text: { operators: ['co'] },
  name,
  nativeIdentity: name,
  'identity.name': name,
  sourceName: code('sourceName'),
  sourceId: code('sourceId'),
  type: choice('human', 'machine'),
  cloudLifecycleState: code('cloudLifecycleState'),
  passwordChanged: date,
  uncorrelated: flag,
  hasEntitlements: flag,
  privileged: { ...flag, operators: ['eq', 'ne', 'isnull', 'pr'] },
  privilegedEntitlement: { operators: ['eq', 'in'], facet: 'privilegedEntitlement' },
  disabled: flag,
  locked: flag,
  isMachine: flag,
  manuallyCorrelated: flag,
  created: date,
  modified: date,
  origin: code('origin'),
  'source.displayableName': code('sourceName'),
  'source.connectionType': code('connectionType'),
  'source.authoritative': flag,
  'identity.correlated': flag,
  'identity.identityState': code('identityState'),
  entitlements: flag,
  systemAccount: flag,
  'recommendation.method': code('recommendation'),
  id,
  identityId: id,
  uuid: { operators: ['eq', 'ne', 'in', 'sw', 'isnull', 'pr'] },
}

export const ATTRIBUTE = 'attributes.'

export const fieldOf = (name: string): FilterField | undefined =>
  Object.hasOwn(filterFields, name)
    ? filterFields[name]
    : name.startsWith(ATTRIBUTE)
      ? {
          operators: ['eq', 'ne', 'co', 'sw', 'in', 'isnull', 'pr', 'gt', 'ge', 'lt', 'le'],
          facet: attributeField(name.slice(ATTRIBUTE.length)),
        }
      : undefined
