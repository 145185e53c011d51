import type { Index } from '../index/index.ts'
import type { Db } from '../store/database.ts'
import type { Peers } from '../store/peers.ts'
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
  peers: Peers
  log: { error: (error: unknown) => void; warn: (text: string) => void }
  pace?: Partial<Pace> | undefined
}

export type Runs = Awaited<ReturnType<typeof openRuns>>

/** The runs of the tenant: what can be asked of them, and what carries them on. */
export async function openRuns({ db, upstream, index, tell, peers, log, pace }: Deps) {
  const ended = new AbortController()
  const { signal } = ended
  // The address of the embedded tenant changes with its port, and is the same tenant all the same.
  const tenant = upstream.tenant.embedded ? 'embedded' : upstream.tenant.baseUrl
  const paces = { ...defaultPace, ...pace }
  const ledger = createLedger(db, tenant, { owner: peers.me, lease: paces.lease })
  const { watcher } = index
  const engine = await openEngine({ ledger, upstream, watcher, pace: paces, tell, peers, log })
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
