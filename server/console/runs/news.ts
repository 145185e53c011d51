import type { components } from '../../../src/api/console-schema.d.ts'
import type { RunItemRow } from '../store/schema.ts'
import { itemView } from './view.ts'

type Schemas = components['schemas']
type Tell = {
  (event: 'run', data: Schemas['Run']): void
  (event: 'runItems', data: Schemas['RunItemNews']): void
}

const EVERY_MS = 250
const MOST_ITEMS = 50

/** Tells of a run a few times a second at most, however fast its items get their verdicts. */
export function createNews(
  runId: string,
  { tell, view }: { tell: Tell; view: () => Promise<Schemas['Run']> },
) {
  let rows: RunItemRow[] = []
  let more = false
  let timer: NodeJS.Timeout | undefined
  let last = 0

  async function flush(): Promise<void> {
    timer = undefined
    last = performance.now()
    const items = rows.map(itemView)
    if (items.length > 0) tell('runItems', { runId, items, more })
    rows = []
    more = false
    // Where the database fails, the next news tell it.
    const run = await view().catch(() => undefined)
    if (run) tell('run', run)
  }

  return {
    changed(verdicts: RunItemRow[] = []): void {
      const room = MOST_ITEMS - rows.length
      rows.push(...verdicts.slice(0, room))
      more ||= verdicts.length > room
      timer ??= setTimeout(flush, Math.max(0, last + EVERY_MS - performance.now()))
    },
    end: () => clearTimeout(timer),
  }
}
