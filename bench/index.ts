// What the console's index costs and how fast it answers, over HTTP: `npm run bench -- index`.
// --sizes 10000,100000,1000000 --on sqlite,postgres --rounds 100
// --limit 100 (calls in ten seconds that a tenant allows)
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { withPostgres } from '../scripts/lib/postgres.mjs'
import { measure, type Figures } from './index/measure.ts'
import { inFiles, onServer, type Databases } from './index/places.ts'
import { createAnswers } from './index/print.ts'
import { machine, table } from './lib.ts'
import { run } from './parts/processes.ts'

const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    on: { type: 'string', default: 'sqlite,postgres' },
    rounds: { type: 'string', default: '100' },
    limit: { type: 'string', default: '100' },
  },
})
const sizes = given.sizes.split(',').map(Number)
const rounds = Number(given.rounds)
const limit = Number(given.limit)

console.log(`${machine()}; ${rounds} requests a question, one after the other, 250 rows each`)
for (const kind of given.on.split(',')) {
  if (kind === 'sqlite') await measureOn('SQLite', inFiles)
  else {
    const title = 'PostgreSQL (without fsync)'
    const done = await withPostgres(async (url: string) => {
      await measureOn(title, onServer(url))
      return true
    })
    if (!done) console.log('\nPostgreSQL: not on this machine')
  }
}

async function measureOn(title: string, databases: Databases): Promise<void> {
  const figures: Figures[] = []
  const answers = createAnswers()
  for (const size of sizes) {
    const data = mkdtempSync(join(tmpdir(), 'muster-bench-'))
    try {
      const options = ['--seed-only', '--accounts', String(size), '--data', data]
      await run('server/tenant/main.ts', options)
      figures.push(await measure({ data, databases, rounds, limit, answers }))
      console.error(`${title}: ${size.toLocaleString('en')} accounts measured`)
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  }
  const names = Object.keys(figures[0] ?? {})
  const rows = names.map((name) => [name, ...figures.map((each) => each[name] ?? '')])
  console.log(`\n${title}\n`)
  console.log(table(['', ...sizes.map((size) => size.toLocaleString('en'))], rows))
  console.log(`\n${answers.table(sizes)}`)
}
