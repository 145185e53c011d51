import type { components } from '#api/schema.d.ts'

type Schemas = components['schemas']
type Definition = Schemas['AttributeDefinition']

/** What a source says of one attribute of its accounts. */
export type AttributeSchema = {
  name: string
  type: Schemas['AttributeDefinitionType']
  isMulti: boolean
  isEntitlement: boolean
  /** What the source itself calls it, where that is another name. */
  nativeName: string | undefined
  description: string | undefined
}

export type AccountSchema = {
  /** The attribute that tells one account from all others; it cannot change. */
  identityAttribute: string | undefined
  /** The attribute that an account is called by. */
  displayAttribute: string | undefined
  attributes: ReadonlyMap<string, AttributeSchema>
}

export function accountSchemaOf(schemas: readonly Schemas['Schema'][]): AccountSchema {
  const schema = schemas.find(({ name }) => name === 'account')
  const attributes = (schema?.attributes ?? []).flatMap(attributeOf)
  return {
    identityAttribute: schema?.identityAttribute,
    displayAttribute: schema?.displayAttribute,
    attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
  }
}

function attributeOf(definition: Definition): AttributeSchema[] {
  const { name, type, isMulti, isEntitlement, isGroup, nativeName, description } = definition
  if (!name) return []
  return [
    {
      name,
      type: type ?? 'STRING',
      isMulti: isMulti ?? false,
      isEntitlement: isEntitlement === true || isGroup === true,
      nativeName: nativeName && nativeName !== name ? nativeName : undefined,
      description: description || undefined,
    },
  ]
}
