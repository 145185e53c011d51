import type { List } from './filter-queries.ts'
import type { Field } from './filter-reference.ts'

type Type = Field['type']

/** One row of the published table: fields of a type that share their operators. */
const row = (type: Type, names: string, operators: string) =>
  Object.fromEntries(
    names.split(' ').map((name) => [name, { type, operators: operators.split(' ') }]),
  )

const order = (type: Type, names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, type]))

/** What ISC publishes that each list filters and sorts by, typed from its table and not from ours. */
export const lists = {
  accounts: {
    fields: {
      ...row('id', 'id identityId sourceId', 'eq in sw'),
      ...row('text', 'name nativeIdentity identity.name', 'eq in sw'),
      ...row(
        'flag',
        'hasEntitlements uncorrelated entitlements manuallyCorrelated identity.correlated source.authoritative',
        'eq',
      ),
      ...row(
        'text',
        'origin identity.identityState source.displayableName source.connectionType',
        'eq in',
      ),
      ...row('text', 'recommendation.method', 'eq in isnull'),
      ...row('date', 'created modified', 'eq ge gt le lt'),
    },
    sorters: {
      ...order('id', 'id sourceId identityId uuid'),
      ...order('text', 'name nativeIdentity origin identity.name identity.identityState'),
      ...order('text', 'source.displayableName source.connectionType'),
      ...order('flag', 'manuallyCorrelated entitlements identity.correlated source.authoritative'),
      ...order('date', 'created modified'),
    },
  },
  identities: {
    fields: {
      ...row('id', 'id', 'eq in'),
      ...row('text', 'name alias firstname lastname email', 'eq sw'),
      ...row('text', 'cloudStatus processingState', 'eq'),
      ...row('flag', 'correlated protected', 'eq'),
    },
    sorters: order('text', 'name alias cloudStatus'),
  },
  sources: {
    fields: {
      ...row('id', 'id', 'eq in ge gt le lt ne isnull sw'),
      ...row('text', 'name', 'co eq in sw ge gt ne isnull'),
      ...row('text', 'type', 'eq in ge gt ne isnull sw'),
      ...row('id', 'owner.id', 'eq in ge gt le lt ne isnull sw'),
      ...row('text', 'status', 'eq in ge gt le lt ne isnull sw'),
      ...row('list', 'features', 'ca co'),
      ...row('date', 'created modified', 'eq ge gt in le lt ne isnull'),
      ...row('id', 'managementWorkgroup.id', 'eq ge gt in le lt ne isnull sw'),
      ...row('text', 'connectionType', 'eq ge gt in le lt ne isnull sw'),
      ...row('text', 'description', 'eq sw'),
      ...row('flag', 'authoritative', 'eq ne isnull'),
      ...row('flag', 'healthy', 'isnull'),
      ...row('text', 'connectorName', 'eq ge gt in ne isnull sw'),
      ...row('text', 'category', 'co eq ge gt in le lt ne sw'),
    },
    sorters: {
      ...order('text', 'type name owner.name status description connectorName connectionType'),
      ...order('text', 'accountCorrelationConfig.id accountCorrelationConfig.name'),
      ...order(
        'text',
        'managerCorrelationRule.type managerCorrelationRule.id managerCorrelationRule.name',
      ),
      ...order('date', 'created modified'),
      ...order('flag', 'healthy authoritative'),
      ...order('id', 'id owner.id managementWorkgroup.id'),
    },
  },
} satisfies Record<string, List>
