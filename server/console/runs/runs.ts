import type { Index } from '../index/index.ts'
import type { Db } from '../store/database.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { openEngine } from './engine.ts'
import { createLedger } from './ledger.ts'
import type { createNews } from './news.ts'
import { defaultPace, type Pace } from './pace.ts'
import { runService } from './service.ts'

type Deps = {
  db: Db
  upstream: Upstream
  index: Index
  tell: Parameters<typeof createNews>[0]['tell']
  log: { error: (error: unknown) => void; warn: (text: string) => void }
  pace?: Partial<Pace> | undefined
}

export type Runs = Awaited<ReturnType<typeof openRuns>>

/** The runs of the tenant: what can be asked of them, and what carries them on. */
export async function openRuns({ db, upstream, index, tell, log, pace }: Deps) {
  const ended = new AbortController()
  const { signal } = ended
  // The address of the embedded tenant changes with its port, and is the same tenant all the same.
  const tenant = upstream.tenant.embedded ? 'embedded' : upstream.tenant.baseUrl
  const ledger = createLedger(db, tenant)
  const { watcher } = index
  const paces = { ...defaultPace, ...pace }
  const engine = await openEngine({ ledger, upstream, watcher, pace: paces, tell, log })
  const service = runService({ ledger, engine, index, upstream, signal })
  return {
    engine,
    service,
    async close() {
      ended.abort()
      await engine.close()
    },
  }
}
