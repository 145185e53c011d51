import { accountsByNative } from '../store/accounts.ts'
import { sourceRow } from '../store/sources.ts'
import { putTarget } from '../store/targets.ts'
import { correlator } from './correlation.ts'
import { addAccount, existing, setAttributes } from './records.ts'
import type { TaskHandler } from './tasks.ts'

/** Writes an account that a caller created or replaced. */
export const saveHandler: TaskHandler = {
  atomic: true,
  async run(db, task) {
    const { nativeIdentity, attributes: given } = JSON.parse(task.input)
    const source = existing(await sourceRow(db, task.source_id ?? ''), 'source')
    const known = await accountsByNative(db, source.id, [nativeIdentity])
    const account = known.get(nativeIdentity)
    const { disabled, locked } = account ?? { disabled: 0 as const, locked: 0 as const }
    // What the caller did not name stays as it is.
    const attributes = { ...(account && JSON.parse(account.attributes)), ...given }
    const found = {
      native_identity: nativeIdentity,
      disabled,
      locked,
      attributes: JSON.stringify(attributes),
    }
    if (source.connection_type === 'file') await putTarget(db, { source_id: source.id, ...found })
    if (account) return setAttributes(db, source, account, attributes)
    const correlate = await correlator(db, source.config.correlation)
    await addAccount(db, source, found, correlate(attributes))
  },
}
