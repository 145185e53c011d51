import type { components } from '../../../src/api/console-schema.d.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Marked } from '../index/suggest/marked.ts'
import type { Db } from '../store/database.ts'
import * as store from '../store/not-persons.ts'
import type { Peers } from '../store/peers.ts'
import type { NotPersonRow } from '../store/schema.ts'
import { Refusal } from './failures.ts'

type Schemas = components['schemas']
type Owner = { tenant: string; operator: string }

const MOST_MARKS = 20_000
const DAY = 86_400_000
/** A mark of an account that the tenant no longer has is kept so long: it may come back. */
const FORGOTTEN_MS = 180 * DAY

export type NotPersons = ReturnType<typeof notPersonService>

/** What the index knows of marked accounts. */
type Accounts = {
  isComplete: () => boolean
  /** Undefined where the copy has no such account. */
  account: (id: string) => Promise<Marked['account'] | undefined>
  marked: (marks: readonly NotPersonRow[]) => Promise<Marked[]>
}

/**
 * Accounts that somebody has said are no person's, for all operators of a tenant. A mark is of what a
 * source knows an account by, so it outlives a removal after which the account comes back under
 * another id; it ends when the account has found an owner.
 */
export function notPersonService(db: Db, accounts: Accounts, peers: Peers, now = Date.now) {
  /** What was read is what there is, as long as no console on the database says otherwise. */
  const known = new Map<string, readonly NotPersonRow[]>()
  let changes = 0
  peers.on(({ about }) => {
    if (about === 'marks' || about === 'missed') forget()
  })

  function forget(): void {
    changes += 1
    known.clear()
  }

  function changed(): void {
    forget()
    peers.tell({ about: 'marks' })
  }

  async function marks(tenant: string): Promise<readonly NotPersonRow[]> {
    const before = known.get(tenant)
    if (before) return before
    const since = changes
    const read = await store.marksOf(db, tenant)
    if (changes === since) known.set(tenant, read)
    return read
  }

  async function remove(ended: readonly NotPersonRow[]): Promise<void> {
    if (ended.length === 0) return
    await inTransaction(db, async (trx) => {
      for (const mark of ended) await store.deleteMark(trx, mark)
    })
    changed()
  }

  /** Marks whose accounts are uncorrelated; the others end here, or wait for their account. */
  async function current(tenant: string): Promise<Marked[]> {
    const all = await marks(tenant)
    const isWhole = accounts.isComplete()
    const found = await accounts.marked(all)
    if (isWhole) {
      const there = new Set(found.map(({ mark }) => mark))
      const isForgotten = (mark: NotPersonRow) =>
        !there.has(mark) && mark.marked_at < now() - FORGOTTEN_MS
      const owned = found.filter(({ isOwned }) => isOwned).map(({ mark }) => mark)
      await remove([...owned, ...all.filter(isForgotten)])
    }
    return found.filter(({ isOwned }) => !isOwned)
  }

  return {
    current,

    async list(tenant: string, { offset, limit }: { offset: number; limit: number }) {
      const found = await current(tenant)
      const partial = !accounts.isComplete()
      return {
        items: found.slice(offset, offset + limit).map(toNotPerson),
        total: found.length,
        partial,
      }
    },

    async mark({ tenant, operator }: Owner, accountId: string): Promise<Schemas['NotPerson']> {
      const account = await accounts.account(accountId)
      if (!account) throw unknownAccount()
      if (!account.uncorrelated) {
        throw new Refusal(409, 'The account belongs to somebody by now.')
      }
      const all = await marks(tenant)
      if (all.length >= MOST_MARKS) {
        throw new Refusal(409, `${MOST_MARKS} accounts are marked already: put some back first.`)
      }
      const { sourceId, nativeIdentity } = account.shown
      await store.insertMark(db, {
        tenant,
        source_id: sourceId,
        native_identity: nativeIdentity,
        account_id: accountId,
        operator,
        marked_at: now(),
      })
      changed()
      const [found] = await accounts.marked(
        (await marks(tenant)).filter((row) => isOf(row, account.shown)),
      )
      if (!found) throw unknownAccount()
      return toNotPerson(found)
    },

    async putBack(tenant: string, accountId: string): Promise<void> {
      const found = (await current(tenant)).find(({ account }) => account.shown.id === accountId)
      const mark = found?.mark ?? (await marks(tenant)).find((row) => row.account_id === accountId)
      if (!mark) throw new Refusal(404, 'The account is not marked; somebody may have put it back.')
      await remove([mark])
    },
  }
}

const isOf = (row: NotPersonRow, shown: Schemas['UncorrelatedAccount']['account']) =>
  row.source_id === shown.sourceId && row.native_identity === shown.nativeIdentity

const unknownAccount = () => new Refusal(404, 'The index has no such account.')

const toNotPerson = ({ mark, account }: Marked): Schemas['NotPerson'] => ({
  account: account.shown,
  markedBy: mark.operator,
  markedAt: new Date(mark.marked_at).toISOString(),
})
