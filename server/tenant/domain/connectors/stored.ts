import type { Db } from '../../store/database.ts'
import type { SourceRow } from '../../store/sources.ts'
import { targetRow, targetsAfter, updateTarget } from '../../store/targets.ts'
import { BATCH, type Connector } from './connector.ts'

/** A system that the tenant keeps in its own database, in the place of a real one. */
export function storedConnector(db: Db, { id }: Pick<SourceRow, 'id'>): Connector {
  return {
    remote: false,
    async *read() {
      let after = ''
      while (true) {
        const accounts = await targetsAfter(db, id, after, BATCH)
        const last = accounts.at(-1)
        if (!last) return
        yield { accounts }
        after = last.native_identity
      }
    },
    account: (nativeIdentity) => targetRow(db, id, nativeIdentity),
    async change(nativeIdentity, state) {
      const target = await targetRow(db, id, nativeIdentity)
      if (!target) return undefined
      await updateTarget(db, target, state)
      return state
    },
    close: async () => {},
  }
}
