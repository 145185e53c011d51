import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'

import { lease } from './postgres-lease.ts'
import { lastingDatabase, onPostgres } from './testing.ts'

/** Ends the connection that it names, be it the one that runs it. */
const END = 'select pg_terminate_backend($1) as ended'

async function startPool() {
  const pool = new pg.Pool({ connectionString: await lastingDatabase(), max: 3 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  onTestFinished(() => pool.end())
  const pids: number[] = []
  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    pids.push(rows[0]?.pid ?? 0)
    return client
  }
  return { pool, pids, connect }
}

describe.runIf(onPostgres)('a connection that turns out to be lost', () => {
  test('is replaced when its first statement changes nothing', async () => {
    const { pool, pids, connect } = await startPool()
    const leased = await lease(connect, 2)

    const { rows } = await leased.query(END, [pids[0]])

    expect(rows).toEqual([{ ended: false }])
    expect(pids).toHaveLength(2)
    leased.release()
    expect([pool.totalCount, pool.idleCount]).toEqual([1, 1])
  })

  test('fails a statement that may have changed something', async () => {
    const { pids, connect } = await startPool()
    const leased = await lease(connect, 2)
    const statement = `create table note as ${END}`.replace('$1', String(pids[0]))

    await expect(leased.query(statement, [])).rejects.toThrow('terminating connection')
    leased.release(true)
    expect(pids).toHaveLength(1)
  })

  test('fails a statement that came after another: that may have begun a transaction', async () => {
    const { pids, connect } = await startPool()
    const leased = await lease(connect, 2)
    await leased.query('begin', [])

    await expect(leased.query(END, [pids[0]])).rejects.toThrow('terminating connection')
    leased.release(true)
    expect(pids).toHaveLength(1)
  })

  test('is given up when the next ones are lost as well', async () => {
    const { pool, pids, connect } = await startPool()
    const leased = await lease(connect, 3)

    const own = 'select pg_terminate_backend(pg_backend_pid())'
    await expect(leased.query(own, [])).rejects.toThrow('terminating connection')

    expect(pids).toHaveLength(3)
    leased.release(true)
    expect(pool.totalCount).toBe(0)
  })

  test('leaves nothing to give back when there is no other', async () => {
    const { pool, pids, connect } = await startPool()
    const once = () => (pids.length > 0 ? Promise.reject(new Error('none left')) : connect())
    const leased = await lease(once, 2)

    await expect(leased.query(END, [pids[0]])).rejects.toThrow('none left')
    leased.release()
    expect(pool.totalCount).toBe(0)
  })
})

test.runIf(onPostgres)('an error of the statement is not taken for a loss', async () => {
  const { pids, connect } = await startPool()
  const leased = await lease(connect, 2)

  await expect(leased.query('select * from nowhere', [])).rejects.toThrow('does not exist')
  leased.release()
  expect(pids).toHaveLength(1)
})
