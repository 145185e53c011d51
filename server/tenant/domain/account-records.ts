import type { Operation } from 'rfc6902'

import { accountsByNative, updateAccountRow, type AccountRow } from '../store/accounts.ts'
import type { Db } from '../store/database.ts'
import { identityRow } from '../store/identities.ts'
import { sourceRow, type SourceRow } from '../store/sources.ts'
import { putTarget } from '../store/targets.ts'
import { inTransaction } from '../store/transaction.ts'
import { accountAndSource, targetOf, type Deps } from './account-actions.ts'
import { stateIn, textOf, withValueLists, type Attributes } from './attributes.ts'
import { invalid } from './errors.ts'
import { patched } from './json-patch.ts'
import { addIdentity, correlateTo, isFormerPerson, setAttributes } from './records.ts'
import type { SaveInput } from './save-handler.ts'

export type AccountRecords = ReturnType<typeof accountRecords>

/** Changes of account records that a caller writes rather than a source. */
export function accountRecords({ db, tasks }: Pick<Deps, 'db' | 'tasks'>) {
  return {
    /** On a direct source the record alone: its next aggregation takes it away again. */
    async create({ sourceId, ...given }: Attributes, launcher: string): Promise<string> {
      const source = await sourceRow(db, textOf(sourceId))
      if (!source || source.internal)
        throw invalid(`attributes.sourceId: there is no source ${textOf(sourceId)}.`)
      const { identityAttribute } = source.config
      const nativeIdentity = textOf(given[identityAttribute])
      if (!nativeIdentity) {
        throw invalid(
          `attributes.${identityAttribute} is missing: it identifies an account of ${source.name}.`,
        )
      }
      const known = await accountsByNative(db, source.id, [nativeIdentity])
      const account = known.get(nativeIdentity)
      return save(source, nativeIdentity, given, launcher, account)
    },

    async put(id: string, given: Attributes, launcher: string): Promise<string> {
      const { account, source } = await accountAndSource(db, id)
      checkFile(source)
      const { identityAttribute } = source.config
      const wanted = given[identityAttribute]
      if (wanted !== undefined && textOf(wanted) !== account.native_identity) {
        throw invalid(`attributes.${identityAttribute} identifies the account and cannot change.`)
      }
      const { native_identity } = account
      const attributes = { ...given, [identityAttribute]: native_identity }
      return save(source, native_identity, attributes, launcher, account, true)
    },

    async patch(id: string, operations: Operation[]): Promise<void> {
      await inTransaction(db, async (trx) => patchAccount(trx, id, operations))
    },
  }

  async function save(
    source: SourceRow,
    nativeIdentity: string,
    given: Attributes,
    launcher: string,
    account: AccountRow | undefined,
    replace = false,
  ): Promise<string> {
    const input: SaveInput = {
      nativeIdentity,
      attributes: withValueLists(given, source.config),
      replace,
    }
    const id = await tasks.add(db, {
      kind: 'save',
      unique_name: account ? 'Account Update' : 'Account Creation',
      description: 'Writes the record of an account.',
      launcher,
      ...(account
        ? targetOf(account, source)
        : {
            source_id: source.id,
            target_type: 'APPLICATION',
            target_id: source.id,
            target_name: source.name,
          }),
      input,
    })
    tasks.wake()
    return id
  }
}

async function patchAccount(db: Db, id: string, operations: Operation[]): Promise<void> {
  const { account, source } = await accountAndSource(db, id)
  const before = {
    identityId: account.identity_id,
    manuallyCorrelated: account.manually_correlated === 1,
    attributes: (JSON.parse(account.attributes) ?? {}) as Attributes, // as the column says
  }
  const after = patched(before, operations, 'account', (pointer) => mayPatch(pointer, source))
  const changes = (root: string) => operations.some((one) => writes(one, root))

  if (changes('/identityId')) await patchIdentity(db, account, source, after.identityId)
  if (changes('/manuallyCorrelated')) await setManual(db, id, after.manuallyCorrelated)
  if (changes('/attributes')) await patchAttributes(db, account, source, after.attributes)
}

/** A move takes away what it moves; a test writes nothing. */
function writes(operation: Operation, root: string): boolean {
  const { op, path } = operation
  const pointers = op === 'move' ? [path, operation.from] : op === 'test' ? [] : [path]
  return pointers.some((pointer) => pointer === root || pointer.startsWith(`${root}/`))
}

async function patchIdentity(db: Db, account: AccountRow, source: SourceRow, wanted: unknown) {
  if (source.internal) {
    throw invalid(`/identityId: a log-in account of ${source.name} stays with its identity.`)
  }
  if (wanted === undefined) {
    if (account.uncorrelated) return
    const nobody = await addIdentity(db, account.name, {}, false)
    return correlateTo(db, account, nobody, false)
  }
  const identity = typeof wanted === 'string' ? await identityRow(db, wanted) : undefined
  const returns = identity && source.authoritative === 1 && isFormerPerson(identity)
  // A hidden identity stands for another account that belongs to nobody.
  if (!identity || !(identity.correlated || returns)) {
    throw invalid(`/identityId: there is no identity ${String(wanted)}.`)
  }
  await correlateTo(db, account, identity, true)
}

async function setManual(db: Db, id: string, wanted: unknown): Promise<void> {
  if (typeof wanted !== 'boolean') throw invalid('/manuallyCorrelated has to be true or false.')
  await updateAccountRow(db, id, { manually_correlated: wanted ? 1 : 0 })
}

async function patchAttributes(db: Db, account: AccountRow, source: SourceRow, wanted: unknown) {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) {
    throw invalid('/attributes has to be an object.')
  }
  const attributes = withValueLists({ ...wanted }, source.config)
  if (textOf(attributes[source.config.identityAttribute]) !== account.native_identity) {
    throw invalid(
      `/attributes/${source.config.identityAttribute} identifies the account and cannot change.`,
    )
  }
  const state = stateIn(attributes)
  const { native_identity, disabled, locked } = account
  const row = { source_id: source.id, native_identity, disabled, locked }
  await putTarget(db, { ...row, ...state, attributes: JSON.stringify(attributes) }, state)
  await setAttributes(db, source, account, attributes, state)
}

function mayPatch(pointer: string, source: SourceRow): boolean {
  if (pointer === '/identityId' || pointer === '/manuallyCorrelated') return true
  return /^\/attributes(\/|$)/.test(pointer) && isFile(source)
}

const isFile = (source: SourceRow) => source.connection_type === 'file' && !source.internal

function checkFile(source: SourceRow): void {
  if (isFile(source)) return
  throw invalid(
    `The attributes of accounts of ${source.name} cannot be replaced: it is not a flat file source.`,
  )
}
