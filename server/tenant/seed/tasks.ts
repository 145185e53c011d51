import type { Insertable } from 'kysely'

import type { Database } from '../store/schema.ts'
import type { SeedSource } from './catalogue.ts'
import type { Clock } from './clock.ts'
import { idOf } from './random.ts'

/** The last aggregations: each source in the night before, the unhealthy one in vain. */
export function aggregationTasks(
  sources: SeedSource[],
  clock: Clock,
): Insertable<Database['task']>[] {
  return sources
    .filter(({ row }) => row.internal === 0)
    .map(({ row }, index) => {
      const started = clock.daysAgo(0.2 - index / 100)
      const ended = clock.daysAgo(0.2 - index / 100 - 0.002)
      const failed = row.healthy === 0
      return {
        id: idOf('task', index),
        kind: 'aggregate',
        state: 'ended',
        due_at: Date.parse(started),
        account_id: null,
        source_id: row.id,
        input: '{}',
        type: 'QUARTZ',
        unique_name: 'Cloud Account Aggregation',
        description: `Aggregates the accounts of ${row.name}`,
        parent_name: null,
        launcher: 'System',
        target_type: 'APPLICATION',
        target_id: row.id,
        target_name: row.name,
        completion_status: failed ? 'ERROR' : 'SUCCESS',
        messages: JSON.stringify(failed ? [unreachable(row.name)] : []),
        progress: failed ? null : 'Completed',
        percent_complete: 100,
        launched: started,
        completed: ended,
        created: started,
        modified: ended,
      }
    })
}

function unreachable(source: string) {
  const message = `The system behind ${source} did not answer.`
  return {
    type: 'ERROR',
    localizedText: { locale: 'en-US', message },
    key: 'err_source_unreachable',
    parameters: [source],
  }
}
