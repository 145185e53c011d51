import { keyOf } from '../../lib/filter/key.ts'
import type { EntitlementTable, SourceTable } from '../store/schema.ts'
import type { Clock } from './clock.ts'
import { entitlementSpecs, isPrivileged } from './entitlement-list.ts'
import type { Person } from './people.ts'
import { idOf } from './random.ts'
import { flag } from './rows.ts'
import { sourceSpecs, type SourceKey, type SourceSpec } from './source-list.ts'
import { schemaOf } from './source-schema.ts'

/** A source, and what accounts on it can be given. */
export type SeedSource = {
  key: SourceKey
  row: SourceTable
  entitlementAttributes: string[]
  entitlements: EntitlementTable[]
  rareEntitlements: EntitlementTable[]
}

/** Owners are taken in turn from `owners`, of whom there is at least one. */
export function catalogue(owners: Person[], clock: Clock): SeedSource[] {
  let entitlementNumber = 0
  return sourceSpecs.map((spec, index) => {
    const row = sourceRow(spec, index, owners[(spec.owner ?? index) % owners.length], clock)
    const entitlements: EntitlementTable[] = []
    const rareEntitlements: EntitlementTable[] = []
    for (const item of entitlementSpecs(spec.key)) {
      const owner = owners[entitlementNumber % owners.length]
      const list = item.rare ? rareEntitlements : entitlements
      const created = clock.daysAgo(700 + (entitlementNumber % 300))
      list.push({
        id: idOf('entitlement', entitlementNumber),
        source_id: row.id,
        attribute: item.attribute,
        value: item.value,
        name: item.name,
        description: item.description,
        object_type: item.objectType,
        privileged: flag(isPrivileged(item)),
        requestable: flag(!item.rare),
        cloud_governed: 0,
        owner_id: owner?.id ?? null,
        owner_name: owner?.name ?? null,
        attributes: JSON.stringify({ name: item.name, description: item.description }),
        created,
        modified: clock.daysAgo(entitlementNumber % 200),
      })
      entitlementNumber += 1
    }
    const { entitlementAttributes } = spec.config
    return { key: spec.key, row, entitlementAttributes, entitlements, rareEntitlements }
  })
}

function sourceRow(
  spec: SourceSpec,
  index: number,
  owner: Person | undefined,
  clock: Clock,
): SourceTable {
  return {
    id: idOf('source', index),
    name: spec.name,
    name_key: keyOf(spec.name),
    description: spec.description,
    type: spec.type,
    connector: spec.connector,
    connector_class: `sailpoint.connector.${spec.connectionType === 'file' ? 'DelimitedFileConnector' : 'OpenConnectorAdapter'}`,
    connector_id: spec.connector,
    connector_name: spec.type.replace(' - Direct', ''),
    connection_type: spec.connectionType,
    owner_id: owner?.id ?? null,
    owner_name: owner?.name ?? null,
    authoritative: spec.authoritative ?? 0,
    healthy: flag(!spec.status),
    status: spec.status ?? 'SOURCE_STATE_HEALTHY',
    features: JSON.stringify(spec.features),
    delete_threshold: spec.deleteThreshold ?? 10,
    category: null,
    internal: spec.internal ?? 0,
    config: JSON.stringify({ ...spec.config, schema: schemaOf(spec, clock) }),
    since: clock.daysAgo(900 - index),
    created: clock.daysAgo(900 - index),
    modified: clock.daysAgo(20 + index),
  }
}
