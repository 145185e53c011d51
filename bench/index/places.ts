import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import pg from 'pg'

/** Where an index of the benchmark lies. */
type Place = {
  /** A file, or the URL of a database. */
  database: string
  /** Its bytes on disk. */
  size: () => Promise<number>
  drop: () => Promise<void>
}

export type Databases = { make: (folder: string, name: string) => Promise<Place> }

export const inFiles: Databases = {
  async make(folder, name) {
    const database = join(folder, `${name}.sqlite`)
    return {
      database,
      size: async () => statSync(database).size,
      drop: async () => rmSync(database),
    }
  },
}

export const onServer = (server: string): Databases => ({
  async make(_folder, name) {
    const database = `muster_bench_${name}`
    const ask = async (statement: string) => {
      const client = new pg.Client({ connectionString: server })
      await client.connect()
      const { rows } = await client.query(statement)
      await client.end()
      return rows
    }
    await ask(`create database ${database}`)
    const url = new URL(server)
    url.pathname = `/${database}`
    return {
      database: url.href,
      async size() {
        const [row] = await ask(`select pg_database_size('${database}') as size`)
        return Number(row?.size)
      },
      drop: async () => void (await ask(`drop database ${database} with (force)`)),
    }
  },
})
