/** What a list is asked for; `limit` and `offset` are within the contract's bounds already. */
export type ListQuery = {
  filters?: string
  sorters?: string
  limit: number
  offset: number
  /** Whether `total` is wanted: it costs a second statement. */
  count: boolean
  /** Identities only; CORRELATED_ONLY where it is missing. */
  defaultFilter?: 'CORRELATED_ONLY' | 'NONE'
  /** Sources only: whether the tenant's own source is listed too. */
  includeInternal?: boolean
  /** Accounts, sources and tasks: those of these sources alone; null or missing for all. */
  sourceIds?: string[] | null
  /** Accounts only; FULL where it is missing. */
  detailLevel?: 'SLIM' | 'FULL'
}

/** `total` counts what the filter matches, before limit and offset; undefined where not asked for. */
export type Page<T> = { items: T[]; total: number | undefined }
