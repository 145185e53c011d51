import { inTransaction } from '../store/database.ts'
import { isBroken } from '../store/file.ts'
import type { IndexFile } from '../store/index-file.ts'
import { readState, writeState } from '../store/state.ts'
import { turns } from '../turns.ts'
import { IdentityMemory } from './memory.ts'
import { identityRecord, type IdentityRecord, type TenantIdentity } from './record.ts'
import {
  countIdentities,
  identityFactsAfter,
  identityOrders,
  knownIdentities,
  putIdentities,
  readIdentityOrder,
  removeIdentities,
  unseenIdentities,
  type IdentityOrder,
} from './rows.ts'
import { readSources, writeSources, type TenantSource } from './sources.ts'
import type { IdentityState } from './state.ts'

const STATE = 'identities'
const FACTS_PAGE = 2000
const MOST_UNORDERED = 1000

export type IdentityCopy = ReturnType<typeof createIdentityCopy>

/** The copy of the identities, in the database and in memory, and of the sources. */
export function createIdentityCopy(
  file: IndexFile,
  /** Hears of identities of which the accounts tell something else now. */
  accountsChanged: (identityIds: string[]) => void = () => {},
  /** Hears of identities that are new, changed, gone or in another place. */
  identitiesChanged: (ids: string[]) => void = () => {},
) {
  let memory = new IdentityMemory()
  let sources: TenantSource[] = []
  let generation: number | undefined
  let isOrdered = true
  /** Written since, and not in their place yet. */
  let unordered: string[] = []
  let version = 0
  let last: Promise<unknown> = Promise.resolve()

  /** One write at a time, and memory follows each at one stroke. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(current).then(work)
    last = next.catch(() => undefined) // whoever asked for it is told
    return next
  }

  /** The file may have been made anew since: then memory is of one that is no more. */
  async function current(): Promise<void> {
    if (generation === file.generation) return
    const { read } = file
    const loaded = new IdentityMemory(await countIdentities(read))
    const pause = turns()
    for (let after = 0; ;) {
      const page = await identityFactsAfter(read, after, FACTS_PAGE)
      for (const { ord, facts } of page) {
        loaded.put(ord, JSON.parse(facts))
        await pause()
      }
      after = page.at(-1)?.ord ?? after
      if (page.length < FACTS_PAGE) break
    }
    sources = await readSources(read)
    memory = loaded
    generation = file.generation
    await readOrders()
  }

  function changed(ids: string[]): void {
    if (ids.length === 0) return
    version += 1
    identitiesChanged(ids)
  }

  async function readOrders(): Promise<void> {
    const orders = new Map<IdentityOrder, number[]>()
    for (const field of Object.keys(identityOrders) as IdentityOrder[]) {
      orders.set(field, await readIdentityOrder(file.read, field, turns(0)))
    }
    memory.setOrders(orders)
    isOrdered = true
    const ids = unordered
    unordered = []
    changed(ids)
  }

  return {
    get memory() {
      return memory
    },
    get sources() {
      return sources
    },
    get generation() {
      return file.generation
    },
    /** Rises with each change of an identity. */
    get version() {
      return version
    },
    /** False where the file was made anew, and memory still holds what was in the one before. */
    isCurrent: () => generation === file.generation,
    /** Fills memory from the database where that is due. */
    load: () => alone(async () => {}),
    readState: () => alone(() => readState<IdentityState>(file.read, STATE)),
    writeState: (state: IdentityState) => alone(() => writeState(file.write, STATE, state)),
    /** Writes the identities and, in the same transaction, the state. */
    put: (identities: TenantIdentity[], pass: number, state?: IdentityState) =>
      alone(async () => {
        const byId = new Map<string, IdentityRecord>()
        const pause = turns()
        for (const identity of identities) {
          byId.set(identity.id, identityRecord(identity))
          await pause()
        }
        const written = await inTransaction(file.write, async (trx) => {
          if (state) await writeState(trx, STATE, state)
          return putIdentities(trx, [...byId.values()], pass)
        })
        for (const { ord, record } of written) memory.put(ord, record.facts)
        isOrdered &&= written.length === 0
        const told = written.filter(({ isTold }) => isTold)
        if (told.length > 0) accountsChanged(told.map(({ record }) => record.columns.id))
        const ids = written.map(({ record }) => record.columns.id)
        // Of a first copy all are: who hears of more than a list has room for reads it anew.
        unordered = [...unordered, ...ids].slice(-MOST_UNORDERED)
        changed(ids)
      }),
    known: (ids: string[]) => knownIdentities(file.read, ids),
    remove: (ids: string[]) =>
      alone(async () => {
        const ords = await removeIdentities(file.write, ids)
        for (const ord of ords) memory.remove(ord)
        if (ords.length > 0) changed(ids)
      }),
    /** Puts what was written since in its place; until then it stands behind all others. */
    order: () =>
      alone(async () => {
        if (!isOrdered) await readOrders()
      }),
    unseen: (pass: number, limit: number) => unseenIdentities(file.read, pass, limit),
    putSources: (list: TenantSource[]) =>
      alone(async () => {
        await writeSources(file.write, list)
        sources = list
      }),
    isBroken,
    whenStill: () => last.then(() => undefined),
  }
}
