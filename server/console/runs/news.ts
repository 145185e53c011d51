import type { components } from '../../../src/api/console-schema.d.ts'

type Run = components['schemas']['Run']
type Deps = { tell: (event: 'run', data: Run) => void; view: () => Promise<Run> }

const EVERY_MS = 250

/** Tells of a run a few times a second at most, however fast its items get their verdicts. */
export function createNews({ tell, view }: Deps) {
  let timer: NodeJS.Timeout | undefined
  let last = 0

  async function flush(): Promise<void> {
    timer = undefined
    last = performance.now()
    // Where the database fails, the next news tell it.
    const run = await view().catch(() => undefined)
    if (run) tell('run', run)
  }

  return {
    changed(): void {
      timer ??= setTimeout(flush, Math.max(0, last + EVERY_MS - performance.now()))
    },
    end: () => clearTimeout(timer),
  }
}
