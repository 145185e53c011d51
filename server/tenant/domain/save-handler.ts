import { accountsByNative, type AccountRow } from '../store/accounts.ts'
import { sourceRow } from '../store/sources.ts'
import { putTarget } from '../store/targets.ts'
import { stateIn, type Attributes } from './attributes.ts'
import { ownerOf } from './correlation.ts'
import { addAccount, existing, setAttributes } from './records.ts'
import type { TaskHandler } from './tasks.ts'

/** What a caller wrote, as the task keeps it until it is due. */
export type SaveInput = {
  nativeIdentity: string
  attributes: Attributes
  /** Whether what the caller did not name becomes null instead of staying as it is. */
  replace: boolean
}

/** Writes an account that a caller created or replaced. */
export const saveHandler: TaskHandler = {
  atomic: true,
  async run(db, task) {
    const { nativeIdentity, attributes: given, replace }: SaveInput = JSON.parse(task.input)
    const source = existing(await sourceRow(db, task.source_id ?? ''), 'source')
    const known = (await accountsByNative(db, source.id, [nativeIdentity])).get(nativeIdentity)
    const account = replace ? existing(known, 'account') : known
    const attributes = { ...(account && kept(account, replace)), ...given }
    const isFile = source.connection_type === 'file'
    // On a flat file source the attributes say who is disabled, as the columns of a file do.
    const state = isFile ? stateIn(attributes) : {}
    const found = {
      native_identity: nativeIdentity,
      disabled: state.disabled ?? account?.disabled ?? 0,
      locked: state.locked ?? account?.locked ?? 0,
      attributes: JSON.stringify(attributes),
    }
    if (isFile) await putTarget(db, { source_id: source.id, ...found }, state)
    if (account) return setAttributes(db, source, account, attributes, state)
    const owner = await ownerOf(db, source.config.correlation, attributes)
    await addAccount(db, source, found, owner)
  },
}

function kept(account: AccountRow, replace: boolean): Attributes {
  const old: Attributes = JSON.parse(account.attributes) ?? {}
  return replace ? Object.fromEntries(Object.keys(old).map((name) => [name, null])) : old
}
