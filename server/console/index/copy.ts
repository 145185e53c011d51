import { setImmediate as nextTurn } from 'node:timers/promises'

import { createDisagreement } from './disagreement.ts'
import { Catalogue } from './entitlements/catalogue.ts'
import { readCatalogue } from './entitlements/rows.ts'
import { AccountMemory } from './memory/account-memory.ts'
import { factsOf, type Facts } from './memory/facts.ts'
import { Order } from './memory/order.ts'
import { place, type Places } from './place.ts'
import { inTransaction } from './store/database.ts'
import { isBroken, isPassing } from './store/file.ts'
import { idPrefixes, idsWithPrefix } from './store/ids.ts'
import type { IndexFile } from './store/index-file.ts'
import {
  neighboursBefore,
  orderColumns,
  orderFields,
  readOrder,
  type OrderField,
} from './store/orders.ts'
import { recordOf, type AccountRecord, type TenantAccount } from './store/record.ts'
import {
  accountsAfter,
  countAccounts,
  putAccounts,
  removeAccounts,
  unseenIds,
  type Written,
} from './store/rows.ts'
import { readState, writeState } from './store/state.ts'
import type { Copy, SyncState } from './sync/sync.ts'
import { turns } from './turns.ts'

const STATE = 'accounts'
const PAGE = 500
/** What has been written, by id: new, changed or gone. */
type Told = (ids: string[]) => void

/**
 * The copy of the accounts, in the database and in memory. One write at a time, and memory follows
 * each at one stroke; what asks meanwhile sees the state before or after it.
 */
export function createCopy(file: IndexFile, told: Told, catalogue = new Catalogue()) {
  let memory = new AccountMemory(0, catalogue)
  /** Of which generation of the file memory is; undefined where it could not be read. */
  let generation: number | undefined = file.generation
  let last: Promise<unknown> = Promise.resolve()
  /** False while so many rows come that they are put in order all at once at the end. */
  let isOrdered = false
  const disagreement = createDisagreement()
  const suspect = (record: AccountRecord | undefined) =>
    disagreement.suspect(record?.columns.identity_id)

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(current, current).then(work)
    last = next
    return next
  }

  /** Where the database may hold something else than was told, memory has to be read again. */
  async function current(): Promise<void> {
    if (generation !== file.generation) await load()
  }

  function startAnew(): void {
    catalogue.clear()
    memory = new AccountMemory(0, catalogue)
    generation = file.generation
    isOrdered = false
  }

  async function load(): Promise<void> {
    const { read, generation: of } = file
    generation = undefined
    catalogue.clear()
    await readCatalogue(read, catalogue)
    const loaded = new AccountMemory(await countAccounts(read), catalogue)
    const pause = turns()
    for (let after = 0; ;) {
      const page = await accountsAfter(read, after, PAGE)
      for (const { ord, body } of page) {
        const account: TenantAccount = JSON.parse(body)
        loaded.put(ord, factsOf(account))
        loaded.privileges.judge(ord, account)
        await pause()
      }
      after = page.at(-1)?.ord ?? after
      if (page.length < PAGE) break
    }
    const { complete = false } = (await readState<SyncState>(read, STATE)) ?? {}
    // A first pass that goes on puts the rows in order when it has ended.
    if (complete) await orderIn(loaded)
    memory = loaded
    isOrdered = complete
    generation = of
  }

  async function order(): Promise<void> {
    await orderIn(memory)
    isOrdered = true
  }

  async function orderIn({ orders, capacity }: AccountMemory): Promise<void> {
    for (const field of orderFields) {
      const ords = await readOrder(file.read, field, () => nextTurn())
      orders.set(field, new Order(ords, capacity))
    }
  }

  async function follow(written: Written[], byId: Map<string, Made>): Promise<void> {
    const rows = written.flatMap(({ ord, id, moved }) => {
      const made = byId.get(id)
      return made ? [{ ord, moved, ...made }] : []
    })
    const places = new Map<OrderField, Places>()
    const pause = turns()
    for (const field of isOrdered ? orderFields : []) {
      const column = orderColumns[field]
      const moved = rows.filter((row) => row.moved.includes(field))
      const values = new Map(moved.map(({ ord, record }) => [ord, record.columns[column]]))
      places.set(field, await neighboursBefore(file.read, field, values, pause))
    }
    // From here on nobody gets a turn: a list never meets a row that is in one place only.
    for (const { ord, account, facts, record } of rows) {
      memory.put(ord, facts)
      memory.privileges.judge(ord, account)
      memory.answers.put(ord, record)
    }
    for (const [field, found] of places) {
      const ordered = memory.orders.get(field)
      if (ordered) place(ordered, found)
    }
  }

  const copy: Copy = {
    firstPass: () => {
      isOrdered = false
      memory.orders.clear()
    },
    firstPassEnded: async () => {
      if (!isOrdered) await alone(order)
    },
    readState: () => alone(() => readState<SyncState>(file.read, STATE)),
    writeState: (state) => alone(() => writeState(file.write, STATE, state)),
    put: (accounts, pass, state) =>
      alone(async () => {
        const made = new Map<string, Made>()
        const pause = turns()
        for (const account of accounts) {
          made.set(account.id, madeOf(account))
          await pause()
        }
        const records = [...made.values()].map(({ record }) => record)
        const written = await inTransaction(file.write, async (trx) => {
          if (state) await writeState(trx, STATE, state)
          return putAccounts(trx, records, pass)
        })
        await follow(written, made)
        // In a first pass everything is new; what changes meanwhile is read once more after it.
        if (isOrdered) for (const { id } of written) suspect(made.get(id)?.record)
        if (written.length > 0) told(written.map(({ id }) => id))
      }),
    remove: (ids) =>
      alone(async () => {
        const ords = await removeAccounts(file.write, ids)
        for (const ord of ords) memory.remove(ord)
        if (ords.length > 0) told(ids)
      }),
    compare: (accounts) => {
      for (const { identityId } of accounts) disagreement.suspect(identityId)
    },
    disagreeing: () => disagreement.next(file.read),
    unseen: (pass, limit) => unseenIds(file.read, pass, limit),
    count: async () => memory.size,
    prefixes: (prefix) => idPrefixes(file.read, prefix),
    ids: (prefix) => idsWithPrefix(file.read, prefix),
    renew: (why) =>
      alone(async () => {
        await file.renew(why)
        startAnew()
      }),
    isBroken,
  }

  return {
    get memory() {
      return memory
    },
    copy,
    /** Fills memory from the database. What is there and cannot be read is thrown away. */
    load: () =>
      alone(async () => {
        try {
          await load()
        } catch (error) {
          // The sync tries again.
          if (isPassing(error)) return
          await file.renew(error instanceof Error ? error.message : String(error))
          startAnew()
        }
      }),
    /** The identities' accounts tell something that is no longer so, all of them. */
    outdated: disagreement.outdated,
    /** An account that was just read for somebody. */
    observe: async (accounts: TenantAccount[]) => {
      const state = await copy.readState()
      await copy.put(accounts, state?.pass ?? 1)
    },
  }
}

type Made = { account: TenantAccount; record: AccountRecord; facts: Facts }

function madeOf(account: TenantAccount): Made {
  const facts = factsOf(account)
  return { account, record: recordOf(account, facts.passwordChanged ?? null), facts }
}
