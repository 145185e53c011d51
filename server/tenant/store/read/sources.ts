import type { Source } from '../../../contract.ts'
import { checkFilter, type FieldTable } from '../../../lib/filter/check.ts'
import { evaluate, type Stored } from '../../../lib/filter/evaluate.ts'
import { inOrder } from '../../../lib/filter/order.ts'
import { parseFilter } from '../../../lib/filter/parse.ts'
import { parseSorters } from '../../../lib/filter/sorters.ts'
import type { Db } from '../database.ts'
import type { SourceTable } from '../schema.ts'
import type { ListQuery, Page } from './page.ts'
import { schemaReferences } from './schemas.ts'

const order = ['eq', 'ge', 'gt', 'in', 'le', 'lt', 'ne', 'isnull', 'sw'] as const
const text = (operators: FieldTable[string]['operators']) => ({
  type: 'string' as const,
  operators,
})
const id = { type: 'id' as const, operators: order }
const date = { type: 'date' as const, operators: order }

/** What `/sources` filters by (isc-facts §2.2). */
export const sourceFields: FieldTable = {
  id,
  name: text(['co', 'eq', 'in', 'sw', 'ge', 'gt', 'ne', 'isnull']),
  type: text(['eq', 'in', 'ge', 'gt', 'ne', 'isnull', 'sw']),
  'owner.id': id,
  status: text(order),
  features: { type: 'list', operators: ['ca', 'co'] },
  created: date,
  modified: date,
  'managementWorkgroup.id': id,
  connectionType: text(order),
  description: text(['eq', 'sw']),
  authoritative: { type: 'boolean', operators: ['eq', 'ne', 'isnull'] },
  healthy: { type: 'boolean', operators: ['isnull'] },
  connectorName: text(['eq', 'ge', 'gt', 'in', 'ne', 'isnull', 'sw']),
  category: text(['co', 'eq', 'ge', 'gt', 'in', 'le', 'lt', 'ne', 'sw']),
}

/** What `/sources` sorts by. */
export const sourceSorters = [
  'type',
  'created',
  'modified',
  'name',
  'owner.name',
  'healthy',
  'status',
  'id',
  'description',
  'owner.id',
  'accountCorrelationConfig.id',
  'accountCorrelationConfig.name',
  'managerCorrelationRule.type',
  'managerCorrelationRule.id',
  'managerCorrelationRule.name',
  'authoritative',
  'managementWorkgroup.id',
  'connectorName',
  'connectionType',
]

/** A tenant has few sources, so they are filtered and sorted here and not by a statement. */
export async function listSources(db: Db, query: ListQuery): Promise<Page<Source>> {
  let statement = db.selectFrom('source').selectAll()
  if (!query.includeInternal) statement = statement.where('internal', '=', 0)
  const { sourceIds } = query
  if (sourceIds?.length === 0) return { items: [], total: query.count ? 0 : undefined }
  if (sourceIds) statement = statement.where('id', 'in', sourceIds)
  const sorters = parseSorters(query.sorters ?? '', sourceSorters)
  const filter = query.filters?.trim()
    ? checkFilter(parseFilter(query.filters), sourceFields)
    : undefined

  const all = (await statement.execute()).map(toSource)
  const matching = filter
    ? all.filter((source) => evaluate(filter, (field) => read(source, field)))
    : all
  matching.sort(inOrder(sorters, read))
  return {
    items: matching.slice(query.offset, query.offset + query.limit),
    total: query.count ? matching.length : undefined,
  }
}

export async function findSource(db: Db, id: string): Promise<Source | undefined> {
  const row = await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSource(row)
}

function read(source: Source, field: string): Stored {
  let value: unknown = source
  for (const part of field.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
  }
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

function toSource(row: SourceTable): Source {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    owner: row.owner_id ? { type: 'IDENTITY', id: row.owner_id, name: row.owner_name ?? '' } : null,
    features: JSON.parse(row.features),
    type: row.type,
    connector: row.connector,
    connectorClass: row.connector_class,
    connectorId: row.connector_id,
    connectorName: row.connector_name,
    connectionType: row.connection_type,
    connectorAttributes: {},
    schemas: schemaReferences(row.id, JSON.parse(row.config)),
    deleteThreshold: row.delete_threshold,
    authoritative: row.authoritative === 1,
    managementWorkgroup: null,
    healthy: row.healthy === 1,
    status: row.status as Source['status'], // the column holds the contract's values alone
    since: row.since,
    created: row.created,
    modified: row.modified,
    credentialProviderEnabled: false,
    category: row.category,
  }
}
