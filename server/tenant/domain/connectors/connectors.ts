import type { Db } from '../../store/database.ts'
import type { SourceRow } from '../../store/sources.ts'
import type { Connector } from './connector.ts'
import { storedConnector } from './stored.ts'

/** The one source behind which a system stands that is not the tenant's own. */
export type RemoteSource = { sourceId: string; open: () => Connector }
export type Connectors = ReturnType<typeof createConnectors>

export function createConnectors(remote?: RemoteSource) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let shared: Connector | undefined

  const remoteOf = (sourceId: string | null) =>
    remote && remote.sourceId === sourceId ? remote : undefined

  /**
   * Lets one task after another at a remote system, so that what an account is told is done in the
   * order in which it was told. They share a connection, which is closed when nobody waits.
   */
  async function inTurn<T>({ open }: RemoteSource, work: (connector: Connector) => Promise<T>) {
    waiting += 1
    const turn = last.then(() => work((shared ??= open())))
    last = turn.catch(() => {}) // the task that failed tells of it
    try {
      return await turn
    } finally {
      waiting -= 1
      if (waiting === 0) {
        const idle = shared
        shared = undefined
        await idle?.close()
      }
    }
  }

  return {
    isRemote: (sourceId: string | null) => remoteOf(sourceId) !== undefined,
    /** A connector of one's own; whoever opens it closes it. */
    open: (db: Db, source: SourceRow): Connector =>
      remoteOf(source.id)?.open() ?? storedConnector(db, source),
    use<T>(db: Db, sourceId: string, work: (connector: Connector) => Promise<T>): Promise<T> {
      const source = remoteOf(sourceId)
      return source ? inTurn(source, work) : work(storedConnector(db, { id: sourceId }))
    },
  }
}
