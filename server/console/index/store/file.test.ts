import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'

import { DatabaseUnusable } from '../../../database/unusable.ts'
import { isBroken, openIndexFile } from './file.ts'
import { recordOf } from './record.ts'
import { bodiesOf, countAccounts, putAccounts } from './rows.ts'

function stage() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-index-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const log: string[] = []
  const path = join(folder, 'index.sqlite')
  const open = async () => {
    const file = await openIndexFile(path, { warn: (text) => log.push(text) })
    onTestFinished(() => file.close().catch(() => undefined)) // closed already, most of the time
    return file
  }
  /** A file with one account in it. */
  const fill = async () => {
    const file = await open()
    await putAccounts(file.write, [recordOf({ id: 'a' }, null)], 1)
    await file.close()
  }
  return { path, log, open, fill }
}

test('what was written is there after a restart, and nobody else may read it', async () => {
  const { path, log, open, fill } = stage()
  await fill()

  const again = await open()

  expect(await countAccounts(again.read)).toBe(1)
  expect(statSync(path).mode & 0o077).toBe(0)
  expect(log).toEqual([])
})

test.for([
  ['text', (path: string) => writeFileSync(path, 'x'.repeat(20_000)), 'file is not a database'],
  [
    'a database of something else',
    (path: string) =>
      new BetterSqlite3(path).exec('create table mine (a); insert into mine values (1)').close(),
    'it is a file of something else',
  ],
  [
    'an index of another version',
    (path: string) => {
      const sqlite = new BetterSqlite3(path)
      sqlite.pragma(`application_id = ${0x4d757374}`)
      sqlite.pragma('user_version = 4711')
      sqlite.close()
    },
    'it was written by another version of Muster (4711)',
  ],
] as const)('%s in its place is made anew, and the log says why', async ([, spoil, why]) => {
  const { path, log, open } = stage()
  spoil(path)

  const file = await open()

  expect(await countAccounts(file.read)).toBe(0)
  expect(log).toEqual([`The index ${path} is made anew: ${why}.`])
})

test('a file that was cut off while it was made is made again', async () => {
  const { path, open } = stage()
  const sqlite = new BetterSqlite3(path)
  sqlite.pragma(`application_id = ${0x4d757374}`)
  sqlite.exec('create table account (ord integer primary key)').close()

  const file = await open()

  expect(await countAccounts(file.read)).toBe(0)
})

test('pages that were overwritten are noticed when they are read, and renewing helps', async () => {
  const { path, open, fill } = stage()
  await fill()
  const { size } = statSync(path)
  const header = 8192
  const spoiled = Buffer.alloc(size - header, 0x41)
  const handle = openSync(path, 'r+')
  writeSync(handle, spoiled, 0, spoiled.length, header)
  closeSync(handle)

  const file = await open()
  const failure = await bodiesOf(file.read, [1]).catch((error: unknown) => error)
  expect(isBroken(failure)).toBe(true)
  await file.renew('it is broken')

  expect(await countAccounts(file.read)).toBe(0)
  await putAccounts(file.write, [recordOf({ id: 'b' }, null)], 1)
  expect(await bodiesOf(file.read, [1])).toEqual(['{"id":"b"}'])
})

test('a file that another console has open is refused, and free once that one is closed', async () => {
  const { path, open } = stage()
  const first = await open()

  await expect(open()).rejects.toThrow(DatabaseUnusable)
  await expect(open()).rejects.toThrow(`The database ${path} is in use by another process`)
  await first.close()

  expect(await countAccounts((await open()).read)).toBe(0)
})

test('a write that is under way holds up no question', async () => {
  const { open } = stage()
  const file = await open()
  await file.write.transaction().execute(async (trx) => {
    await putAccounts(trx, [recordOf({ id: 'a' }, null)], 1)
    expect(await countAccounts(file.read)).toBe(0)
  })
  expect(await countAccounts(file.read)).toBe(1)
})
