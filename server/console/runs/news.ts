import type { components } from '../../../src/api/console-schema.d.ts'
import type { Peers } from '../store/peers.ts'
import { openRunStates } from './states.ts'
import type { Live } from './view.ts'

type Run = components['schemas']['Run']
type Deps = {
  tell: (event: 'run', data: Run) => void
  peers: Peers
  /** As it is now; undefined where there is none. */
  view: (id: string) => Promise<Run | undefined>
  /** Of a run that this console carries on. */
  live: (id: string) => Live | undefined
}

const EVERY_MS = 250
/** What another console has said of its work is worth this long. */
const FRESH_MS = 3000

type Told = { timer: NodeJS.Timeout | undefined; last: number }

/**
 * Tells of runs, to the tabs here and to other consoles: of each a few times a second at most, however
 * fast its items get their verdicts.
 */
export function createNews({ tell, peers, view, live }: Deps) {
  const told = new Map<string, Told>()
  const heard = new Map<string, { live: Live; at: number }>()

  async function flush(id: string, state: Told): Promise<void> {
    state.timer = undefined
    state.last = performance.now()
    // Where the database fails, the next news tell it.
    const run = await view(id).catch(() => undefined)
    if (!run) return
    tell('run', run)
    const isOpen = openRunStates.includes(run.state)
    if (isOpen || state.timer) return
    told.delete(id)
    heard.delete(id)
  }

  function here(id: string): void {
    const state = told.get(id) ?? { timer: undefined, last: 0 }
    told.set(id, state)
    const wait = Math.max(0, state.last + EVERY_MS - performance.now())
    state.timer ??= setTimeout(() => {
      // Whoever carries it on tells the others, and what only it knows.
      const news = live(id)
      if (news) peers.tell({ about: 'run', id, news })
      void flush(id, state)
    }, wait)
  }

  return {
    changed: here,

    /** Another console has told of it. */
    hear(id: string, news: Live | undefined): void {
      if (news) heard.set(id, { live: news, at: performance.now() })
      here(id)
    },

    /** What the console that carries it on has said of it last. */
    heard(id: string): Live | undefined {
      const last = heard.get(id)
      return last && performance.now() - last.at < FRESH_MS ? last.live : undefined
    },

    end(): void {
      for (const { timer } of told.values()) clearTimeout(timer)
    },
  }
}
