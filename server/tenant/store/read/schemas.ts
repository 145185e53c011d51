import { createHash } from 'node:crypto'

import type { Source, SourceSchema } from '../../../contract.ts'
import type { Db } from '../database.ts'
import type { SourceConfig, SourceTable } from '../schema.ts'
import { listAccounts } from './accounts.ts'
import { attributesIn } from './schema-attributes.ts'

/** How many accounts are looked at for attributes that the source's configuration does not name. */
const LOOKED_AT = 250

/** The names of a source's schemas: one for accounts, one for each object type of entitlements. */
function namesOf(config: SourceConfig): string[] {
  const types = config.entitlementAttributes.map((attribute) => typeOf(attribute, config))
  return ['account', ...new Set(types)]
}

const typeOf = (attribute: string, { schema }: SourceConfig) =>
  schema?.objectTypes[attribute] ?? 'group'

/** The same for the same source at any time: schemas are not stored, but what they say is. */
const idOf = (sourceId: string, name: string) =>
  createHash('md5').update(`${sourceId} ${name}`).digest('hex')

/** What a source says of its schemas. */
export function schemaReferences(sourceId: string, config: SourceConfig): Source['schemas'] {
  return namesOf(config).map((name) => referenceTo(sourceId, name))
}

const referenceTo = (sourceId: string, name: string) => ({
  type: 'CONNECTOR_SCHEMA' as const,
  id: idOf(sourceId, name),
  name,
})

/** The schemas of a source; undefined where there is no such source. */
export async function sourceSchemas(db: Db, sourceId: string): Promise<SourceSchema[] | undefined> {
  const source = await db
    .selectFrom('source')
    .selectAll()
    .where('id', '=', sourceId)
    .executeTakeFirst()
  if (!source) return undefined
  const config: SourceConfig = JSON.parse(source.config)
  return Promise.all(
    namesOf(config).map((name) =>
      name === 'account'
        ? accountSchema(db, source, config)
        : groupSchema(db, source, config, name),
    ),
  )
}

async function accountSchema(
  db: Db,
  source: SourceTable,
  config: SourceConfig,
): Promise<SourceSchema> {
  // The list finds those that changed last by an index, however many there are.
  const { items } = await listAccounts(db, {
    filters: `sourceId eq ${JSON.stringify(source.id)}`,
    sorters: '-modified',
    limit: LOOKED_AT,
    offset: 0,
    count: false,
    detailLevel: 'SLIM',
  })
  const found = attributesIn(
    items.map((account) => account.attributes),
    config,
  )
  return {
    ...schemaOf(source, 'account'),
    nativeObjectType: 'User',
    identityAttribute: config.identityAttribute,
    displayAttribute: config.nameAttribute,
    attributes: found.map((attribute) => {
      const isEntitlement = config.entitlementAttributes.includes(attribute.name)
      return {
        ...plain(attribute.name),
        type: attribute.type,
        isMulti: attribute.isMulti || isEntitlement,
        isEntitlement,
        isGroup: isEntitlement,
        schema: isEntitlement ? referenceTo(source.id, typeOf(attribute.name, config)) : null,
      }
    }),
  }
}

/** What the tenant keeps of an entitlement is the same for all types of objects. */
async function groupSchema(
  db: Db,
  source: SourceTable,
  config: SourceConfig,
  name: string,
): Promise<SourceSchema> {
  const rows = await db
    .selectFrom('entitlement')
    .select('attributes')
    .where('source_id', '=', source.id)
    .where('object_type', '=', name)
    .limit(LOOKED_AT)
    .execute()
  const base = { identityAttribute: 'value', nameAttribute: 'name', entitlementAttributes: [] }
  const found = attributesIn(
    rows.map((row) => JSON.parse(row.attributes)),
    { ...config, ...base, correlation: [], schema: undefined },
  )
  return {
    ...schemaOf(source, name),
    nativeObjectType: name,
    identityAttribute: 'value',
    displayAttribute: 'name',
    attributes: found.map(({ name: attribute, type, isMulti }) => ({
      ...plain(attribute),
      type,
      isMulti,
    })),
  }
}

const schemaOf = (source: SourceTable, name: string) => ({
  id: idOf(source.id, name),
  name,
  hierarchyAttribute: null,
  includePermissions: false,
  features: [],
  configuration: {},
  created: source.created,
  modified: source.modified,
})

const plain = (name: string) => ({
  name,
  nativeName: null,
  description: '',
  isMulti: false,
  isEntitlement: false,
  isGroup: false,
  schema: null,
})
