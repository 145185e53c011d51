import type { Field, FieldType, OpenFields } from '../../../lib/filter/check.ts'
import type { Operator } from '../../../lib/filter/syntax.ts'
import type { CodeField, DateField, FlagField } from '../memory/facts.ts'

/** Where the memory holds what a field says; the rest is for the database to tell. */
export type Held =
  | { in: 'code'; column: CodeField }
  | { in: 'flag'; flag: FlagField; turned?: boolean }
  | { in: 'date'; column: DateField }
  | { in: 'status' }
  | { in: 'type' }
  | { in: 'privileged' }
  | { in: 'privilegedEntitlement' }
  | { in: 'attribute'; name: string }
  | { in: 'database' }

export type IndexField = Field & {
  held: Held
  /** The facet that counts the same thing, where it has another name. */
  facet?: string
}

const code = (column: CodeField, type: FieldType = 'string', facet?: string): IndexField => ({
  type,
  operators: ['eq', 'ne', 'in', 'sw', 'co', 'isnull', 'pr'],
  held: { in: 'code', column },
  ...(facet && { facet }),
})

const flag = (flag: FlagField, facet?: string, turned = false): IndexField => ({
  type: 'boolean',
  operators: ['eq', 'ne'],
  held: { in: 'flag', flag, turned },
  ...(facet && { facet }),
})

const date = (column: DateField): IndexField => ({
  type: 'date',
  operators: ['eq', 'gt', 'ge', 'lt', 'le', 'isnull', 'pr'],
  held: { in: 'date', column },
})

const inDatabase = (type: FieldType, ...operators: Operator[]): IndexField => ({
  type,
  operators,
  held: { in: 'database' },
})

export const statuses = ['enabled', 'disabled', 'locked'] as const
export const types = ['human', 'machine'] as const

/**
 * What accounts are filtered by: all that the tenant offers (isc-facts §2.2), and what the tenant
 * cannot. `disabled` and `enabled` exclude each other; `locked` goes with either.
 */
export const accountFields: Record<string, IndexField> = {
  id: inDatabase('id', 'eq', 'ne', 'in', 'sw'),
  identityId: inDatabase('id', 'eq', 'ne', 'in', 'sw'),
  uuid: inDatabase('id', 'eq', 'ne', 'in', 'sw', 'isnull', 'pr'),
  name: inDatabase('string', 'eq', 'ne', 'in', 'sw'),
  nativeIdentity: inDatabase('string', 'eq', 'ne', 'in', 'sw'),
  'identity.name': inDatabase('string', 'eq', 'ne', 'in', 'sw'),
  text: inDatabase('string', 'co'),
  status: {
    type: 'string',
    operators: ['eq', 'ne', 'in'],
    values: statuses,
    held: { in: 'status' },
  },
  disabled: flag('disabled'),
  locked: flag('locked'),
  type: { type: 'string', operators: ['eq', 'ne', 'in'], values: types, held: { in: 'type' } },
  isMachine: flag('isMachine', 'type'),
  sourceId: code('sourceId', 'id'),
  sourceName: code('sourceName'),
  'source.displayableName': code('sourceName'),
  'source.authoritative': flag('authoritative', 'authoritative'),
  'source.connectionType': code('connectionType', 'string', 'connectionType'),
  hasEntitlements: flag('hasEntitlements'),
  entitlements: flag('hasEntitlements', 'hasEntitlements'),
  privileged: {
    type: 'boolean',
    operators: ['eq', 'ne', 'isnull', 'pr'],
    held: { in: 'privileged' },
  },
  privilegedEntitlement: {
    type: 'id',
    operators: ['eq', 'in'],
    held: { in: 'privilegedEntitlement' },
  },
  uncorrelated: flag('uncorrelated'),
  'identity.correlated': flag('uncorrelated', 'uncorrelated', true),
  'identity.identityState': code('identityState', 'string', 'identityState'),
  cloudLifecycleState: code('cloudLifecycleState'),
  manuallyCorrelated: flag('manuallyCorrelated'),
  systemAccount: flag('systemAccount'),
  origin: code('origin'),
  'recommendation.method': code('recommendation'),
  created: date('created'),
  modified: date('modified'),
  passwordChanged: date('passwordChanged'),
}

const ATTRIBUTE = 'attributes.'

/** A word of the filter language may be a name; attributes are told apart by case. */
export const attributeFields = {
  named: 'attributes.NAME',
  find: (name: string): IndexField | undefined =>
    name.startsWith(ATTRIBUTE) && name.length > ATTRIBUTE.length
      ? {
          type: 'scalar',
          operators: ['eq', 'ne', 'co', 'sw', 'in', 'isnull', 'pr', 'gt', 'ge', 'lt', 'le'],
          held: { in: 'attribute', name: name.slice(ATTRIBUTE.length) },
        }
      : undefined,
} satisfies OpenFields

export const fieldOf = (name: string): IndexField | undefined =>
  Object.hasOwn(accountFields, name) ? accountFields[name] : attributeFields.find(name)
