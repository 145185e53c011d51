import type { Columns } from './columns.ts'

const text = ['eq', 'in', 'sw'] as const
const yesNo = ['eq'] as const
const choice = ['eq', 'in'] as const
const range = ['eq', 'ge', 'gt', 'le', 'lt'] as const

/**
 * What `/accounts` filters and sorts by (isc-facts §2.2). ISC does not say what `entitlements` is
 * compared with; here it is another name for `hasEntitlements`.
 */
export const accountColumns: Columns = {
  id: { name: 'id', type: 'id', operators: text, sortable: true },
  identityId: { name: 'identity_id', type: 'id', operators: text, sortable: true },
  name: { name: 'name_key', type: 'key', operators: text, sortable: true },
  nativeIdentity: { name: 'native_identity_key', type: 'key', operators: text, sortable: true },
  sourceId: { name: 'source_id', few: true, type: 'id', operators: text, sortable: true },
  hasEntitlements: { name: 'has_entitlements', few: true, type: 'flag', operators: yesNo },
  entitlements: {
    name: 'has_entitlements',
    few: true,
    type: 'flag',
    operators: yesNo,
    sortable: true,
  },
  uncorrelated: { name: 'uncorrelated', few: true, type: 'flag', operators: yesNo },
  manuallyCorrelated: {
    name: 'manually_correlated',
    few: true,
    type: 'flag',
    operators: yesNo,
    sortable: true,
  },
  origin: {
    name: 'origin',
    few: true,
    type: 'upper',
    nullable: true,
    operators: choice,
    sortable: true,
  },
  uuid: { name: 'uuid', type: 'id', nullable: true, sortable: true },
  'identity.name': { name: 'identity_name_key', type: 'key', operators: text, sortable: true },
  'identity.correlated': {
    name: 'identity_correlated',
    few: true,
    type: 'flag',
    operators: yesNo,
    sortable: true,
  },
  'identity.identityState': {
    name: 'identity_state',
    few: true,
    type: 'upper',
    nullable: true,
    operators: choice,
    sortable: true,
  },
  'source.displayableName': {
    name: 'source_name_key',
    few: true,
    type: 'key',
    operators: choice,
    sortable: true,
  },
  'source.authoritative': {
    name: 'source_authoritative',
    few: true,
    type: 'flag',
    operators: yesNo,
    sortable: true,
  },
  'source.connectionType': {
    name: 'source_connection_type',
    few: true,
    type: 'key',
    operators: choice,
    sortable: true,
  },
  'recommendation.method': {
    name: 'recommendation_method',
    few: true,
    type: 'upper',
    nullable: true,
    operators: ['eq', 'in', 'isnull'],
  },
  created: { name: 'created', type: 'date', operators: range, sortable: true },
  modified: { name: 'modified', type: 'date', operators: range, sortable: true },
}
