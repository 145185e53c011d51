import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fewerRuns, newIndexPlace } from '../../testing/index-place.ts'
import { openIndexFile } from '../store/file.ts'
import { idPrefixes, idsWithPrefix } from '../store/ids.ts'
import { recordOf } from '../store/record.ts'
import { countAccounts, putAccounts, removeAccounts, unseenIds } from '../store/rows.ts'
import { readState, writeState } from '../store/state.ts'
import { movingTenant, type Changing } from './moving-tenant.ts'
import { createSync, type Copy, type SyncState } from './sync.ts'

const quiet = { warn: () => {}, error: (error: unknown) => expect.fail(String(error)) }

/** The copy in a database of its own. */
async function emptyCopy() {
  const { database, schema } = await newIndexPlace()
  const file = await openIndexFile(database, quiet, schema)
  const db = file.write
  const copy: Copy = {
    firstPass: () => {},
    firstPassEnded: async () => {},
    readState: () => readState<SyncState>(db, 'accounts'),
    writeState: (state) => writeState(db, 'accounts', state),
    put: async (accounts, pass, state) => {
      const records = accounts.map((account) => recordOf(account, null))
      await putAccounts(db, records, pass)
      if (state) await writeState(db, 'accounts', state)
    },
    remove: async (ids) => {
      await removeAccounts(db, ids)
    },
    compare: () => {},
    disagreeing: async () => [],
    unseen: (pass, limit) => unseenIds(db, pass, limit),
    count: () => countAccounts(db),
    prefixes: (prefix) => idPrefixes(db, prefix),
    ids: (prefix) => idsWithPrefix(db, prefix),
    renew: async () => expect.fail('nothing is wrong with it'),
    isBroken: (error): error is Error => expect.fail(String(error)),
  }
  const rows = async () => {
    const all = await db.selectFrom('account').select('body').orderBy('id').execute()
    return all.map(({ body }) => JSON.parse(body))
  }
  return { file, copy, rows }
}

/** Syncs until the tenant has been still for one whole turn, cutting the sync off where told. */
async function syncAll(tenant: ReturnType<typeof movingTenant>, copy: Copy, turns: number) {
  const ended = new AbortController()
  let seen = 0
  const sync = createSync({
    reader: tenant.reader,
    copy,
    signal: ended.signal,
    changed: () => {},
    log: quiet,
    pause: { poll: 0, retry: () => 0 },
  })
  const original = copy.writeState
  const counting: Copy['writeState'] = async (state) => {
    await original(state)
    if (state.changesUntil !== undefined && state.cursor === undefined) seen += 1
    if (seen > turns) ended.abort()
  }
  Object.assign(copy, { writeState: counting })
  await sync.run()
}

test('the copy equals a tenant that was changed between any two of its answers', async () => {
  const step = fc.record({ id: fc.integer({ min: 0, max: 1999 }), kind: fc.nat(3) })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1400 }),
      fc.array(fc.array(step, { maxLength: 12 }), { maxLength: 14 }),
      async (rows, steps) => {
        let value = 0
        const tenant = movingTenant((changing: Changing, call) => {
          for (const { id, kind } of steps[call] ?? []) {
            const name = nameOf(id)
            if (kind === 0) changing.delete(name)
            else changing.put(name, (value += 1))
          }
        })
        for (let id = 0; id < rows; id += 1) tenant.changing.put(nameOf(id), 0)
        const { file, copy, rows: copied } = await emptyCopy()

        await syncAll(tenant, copy, 16)

        const there = [...tenant.changing.rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(await copied()).toEqual(there)
        await file.close()
      },
    ),
    { numRuns: fewerRuns(25) },
  )
})

/** Spread over the prefixes, as ids are. */
const nameOf = (id: number) => `2c91${((id * 7919) % 65_536).toString(16).padStart(4, '0')}${id}`
