import type { FacetColumns } from './schema.ts'

/** The columns of a facet in the order in which its key holds them. */
export const facetColumns = [
  'uncorrelated',
  'has_entitlements',
  'manually_correlated',
  'identity_correlated',
  'source_authoritative',
  'origin',
  'identity_state',
  'recommendation_method',
  'source_connection_type',
  'source_id',
  'source_name_key',
] as const

/** The same text as the database's triggers make of the account. */
export const facetKeyOf = (account: FacetColumns): string =>
  facetColumns.map((column) => account[column] ?? '').join('|')

/** The facet's own columns of an account. */
export function facetColumnsOf(account: FacetColumns): FacetColumns {
  // Every key is there, with the value that the account has.
  return Object.fromEntries(facetColumns.map((column) => [column, account[column]])) as FacetColumns
}
