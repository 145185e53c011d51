// How fast the embedded tenant is with a million accounts beside ten thousand, over HTTP:
// npm run bench -- tenant --sizes 10000,1000000 --on sqlite,postgres --rounds 300
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import pg from 'pg'

import { withPostgres } from '../scripts/lib/postgres.mjs'
import { machine, table } from './lib.ts'
import { measure, type Figures } from './tenant/measure.ts'
import { drop } from './tenant/process.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,1000000' },
    on: { type: 'string', default: 'sqlite,postgres' },
    /** A PostgreSQL server to make databases on, instead of one of the benchmark's own. */
    database: { type: 'string' },
    rounds: { type: 'string', default: '300' },
    disables: { type: 'string', default: '10000' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const rounds = Number(values.rounds)

console.log(`${machine()}; ${rounds} requests a question, one after the other, 250 rows each`)
for (const kind of values.on.split(',')) {
  if (kind === 'sqlite') print('SQLite', await onSqlite())
  else await onPostgres()
}

async function onSqlite(): Promise<Figures[]> {
  const all: Figures[] = []
  for (const accounts of sizes) {
    const place = { data: mkdtempSync(join(tmpdir(), 'muster-bench-')) }
    try {
      all.push(await measure(place, amountsOf(accounts)))
    } finally {
      drop(place)
    }
  }
  return all
}

async function onPostgres(): Promise<void> {
  const body = async (server: string, title: string) => {
    const all: Figures[] = []
    for (const accounts of sizes) {
      const name = `muster_bench_${accounts}`
      const url = new URL(server)
      url.pathname = `/${name}`
      await administer(server, `create database ${name}`)
      try {
        all.push(await measure({ url: url.href }, amountsOf(accounts)))
      } finally {
        await administer(server, `drop database ${name} with (force)`)
      }
    }
    print(title, all)
    return true
  }
  const done = values.database
    ? await body(values.database, 'PostgreSQL')
    : await withPostgres((server: string) => body(server, 'PostgreSQL (without fsync)'))
  if (!done) console.log('\nPostgreSQL: not on this machine')
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** An account of the source is disabled once, and a source has about a fifth of them. */
function amountsOf(accounts: number) {
  return { accounts, rounds, disables: Math.min(Number(values.disables), Math.floor(accounts / 6)) }
}

function print(title: string, all: Figures[]): void {
  const [small, large] = [all[0], all.at(-1)]
  if (!small || !large) return
  const growth = (from = NaN, to = NaN) => `${(to / from).toFixed(1)}x`
  console.log(`\n${title}\n`)
  const head = sizes.flatMap((size) => [`p50 ms at ${size}`, `p99 ms at ${size}`])
  const lists = [...large.lists.keys()].map((name) => [
    name,
    ...all.flatMap(({ lists: times }) => {
      const { p50 = NaN, p99 = NaN } = times.get(name) ?? {}
      return [p50.toFixed(1), p99.toFixed(1)]
    }),
    growth(small.lists.get(name)?.p50, large.lists.get(name)?.p50),
  ])
  console.log(table(['accounts', ...head, 'growth of p50'], lists))
  const names = [...new Set(all.flatMap(({ others }) => [...others.keys()]))]
  const rows = names.map((name) => [
    name,
    ...all.map(({ others }) => others.get(name)?.toFixed(1) ?? '-'),
    growth(small.others.get(name), large.others.get(name)),
  ])
  console.log(`\n${table(['', ...sizes.map(String), 'growth'], rows)}`)
}
