import type { Field, FieldType, OpenFields } from '../../../lib/filter/check.ts'
import type { Operator } from '../../../lib/filter/syntax.ts'

/** Where it is known what a field says: in a column of memory or of the database. */
type Held =
  | { in: 'code'; column: CodeColumn }
  | { in: 'date'; column: 'created' | 'modified' }
  | { in: 'manager' }
  | { in: 'database'; column: string }
  | { in: 'text' }
  | { in: 'attribute'; name: string }

export const codeColumns = ['status', 'lifecycleState', 'processingState'] as const
export type CodeColumn = (typeof codeColumns)[number]

export type IdentityField = Field & { held: Held }

const code = (column: CodeColumn): IdentityField => ({
  type: 'string',
  operators: ['eq', 'ne', 'in', 'sw', 'co', 'isnull', 'pr'],
  held: { in: 'code', column },
})
const inDatabase = (
  column: string,
  type: FieldType,
  operators: Operator[] = ['eq', 'ne', 'in', 'sw'],
): IdentityField => ({ type, operators, held: { in: 'database', column } })
const date = (column: 'created' | 'modified'): IdentityField => ({
  type: 'date',
  operators: ['eq', 'gt', 'ge', 'lt', 'le', 'isnull', 'pr'],
  held: { in: 'date', column },
})

/** What identities are filtered by: what the tenant offers (isc-facts §2.2), and what it cannot. */
export const identityFields: Record<string, IdentityField> = {
  id: inDatabase('id', 'id'),
  name: inDatabase('name_key', 'string'),
  alias: inDatabase('alias_key', 'string'),
  email: inDatabase('email_key', 'string'),
  firstname: inDatabase('firstname_key', 'string'),
  lastname: inDatabase('lastname_key', 'string'),
  'manager.id': inDatabase('manager_id', 'id', ['eq', 'ne', 'in']),
  text: { type: 'string', operators: ['co'], held: { in: 'text' } },
  status: code('status'),
  cloudStatus: code('status'),
  lifecycleState: code('lifecycleState'),
  processingState: code('processingState'),
  isManager: { type: 'boolean', operators: ['eq', 'ne'], held: { in: 'manager' } },
  created: date('created'),
  modified: date('modified'),
}

const ATTRIBUTE = 'attributes.'

export const identityAttributeFields = {
  named: 'attributes.NAME',
  find: (name: string): IdentityField | undefined =>
    name.startsWith(ATTRIBUTE) && name.length > ATTRIBUTE.length
      ? {
          type: 'scalar',
          operators: ['eq', 'ne', 'co', 'sw', 'in', 'isnull', 'pr', 'gt', 'ge', 'lt', 'le'],
          held: { in: 'attribute', name: name.slice(ATTRIBUTE.length) },
        }
      : undefined,
} satisfies OpenFields

export function identityField(name: string): IdentityField {
  const own = Object.hasOwn(identityFields, name) ? identityFields[name] : undefined
  const field = own ?? identityAttributeFields.find(name)
  if (!field) throw new Error(`The check let through the unknown field ${name}`)
  return field
}
