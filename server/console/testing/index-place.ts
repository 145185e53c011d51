import { afterAll } from 'vitest'

import { lastingDatabase, newDatabase } from '../../database/testing.ts'

const server = process.env.TEST_DATABASE_URL

/** One for all tests of a file: to make a schema takes a tenth of the time that a database takes. */
let shared: ReturnType<typeof newDatabase> | undefined
let schemas = 0

afterAll(async () => {
  const made = await shared
  await made?.drop()
})

/** Runs of a property that opens an index in each; SQLite has had the others. */
export const fewerRuns = (runs: number) => (server ? Math.ceil(runs / 4) : runs)

export type IndexPlace = { database: string; schema?: string }

/** Where an index lies that is nobody else's: in memory, or on the PostgreSQL that tests run on. */
export async function newIndexPlace(): Promise<IndexPlace> {
  if (!server) return { database: ':memory:' }
  shared ??= newDatabase(server)
  schemas += 1
  return { database: (await shared).where, schema: `index_${schemas}` }
}

/** One that is still there when it is closed. */
export async function lastingIndexPlace(): Promise<IndexPlace> {
  return server ? newIndexPlace() : { database: await lastingDatabase() }
}
