import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { expect, onTestFinished, test } from 'vitest'

import { openDatabase } from '../store/database.ts'
import { fillDatabase } from './first-data.ts'

test('a load that is cut off leaves an empty database, which the next one fills', async () => {
  const data = mkdtempSync(join(tmpdir(), 'muster-cut-'))
  onTestFinished(() => rmSync(data, { recursive: true }))
  const database = join(data, 'tenant.sqlite')
  const load = spawn(
    process.execPath,
    ['server/tenant/main.ts', '--seed-only', '--accounts', '300000', '--data', data],
    { stdio: 'ignore' },
  )
  const exit = once(load, 'exit')
  while (!existsSync(`${database}.new`) && load.exitCode === null) await sleep(10)
  await sleep(300)
  load.kill('SIGKILL')
  await exit
  expect(existsSync(`${database}.new`)).toBe(true)

  const filled = await fillDatabase({ database, identities: 5, accounts: undefined })

  const db = await openDatabase(database)
  const { n } = await db
    .selectFrom('account')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  await db.destroy()
  expect(n).toBe(filled?.accounts)
  expect(existsSync(`${database}.new`)).toBe(false)
  expect(await fillDatabase({ database, identities: 5, accounts: undefined })).toBeUndefined()
}, 60_000)
