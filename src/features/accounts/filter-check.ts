import { consoleApi, ok } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'

import { placed, type FilterProblem } from './filter-problem.ts'

/** Asks the server, since it is the one that has to understand the filter; undefined where it does. */
export async function problemOf(filter: string): Promise<FilterProblem | undefined> {
  // Counting is answered by the index alone: trying a filter costs the tenant nothing.
  const query = { filters: filter, limit: 0, facets: 'status' }
  try {
    await ok(consoleApi.GET('/accounts', { params: { query } }))
    return undefined
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return placed(filter, error.text)
  }
}
