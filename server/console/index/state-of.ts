import type { components } from '../../../src/api/console-schema.d.ts'
import type { Freshness } from './sync/sync.ts'

export type IndexState = components['schemas']['IndexState']

/** How complete and fresh a copy is, as it is told. `read` is how many rows it holds. */
export function stateOf({ complete, total, asOf, problem }: Freshness, read: number): IndexState {
  return {
    complete,
    read,
    total: total ?? null,
    asOf: asOf === undefined ? null : new Date(asOf).toISOString(),
    problem: problem ?? null,
  }
}
