// What a person at the accounts list waits for, in Chromium on the built application:
// npm run bench -- browser --sizes 10000,100000,1000000 --rounds 5 --navigations 200
// Build it first: npm run build
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { chromeOf } from './browser/chrome.ts'
import { measure, type Figures } from './browser/measure.ts'
import { printed } from './browser/print.ts'
import { serve } from './browser/serve.ts'
import { machine } from './lib.ts'
import { run } from './parts/processes.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    rounds: { type: 'string', default: '5' },
    navigations: { type: 'string', default: '200' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const rounds = Number(values.rounds)
const navigations = Number(values.navigations)

const chrome = await chromeOf()
const all: Figures[] = []
for (const accounts of sizes) {
  const data = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  try {
    const seed = ['--seed-only', '--accounts', String(accounts), '--data', data]
    await run('server/tenant/main.ts', seed)
    const muster = await serve(data)
    try {
      all.push(await measure({ chrome, url: muster.url, rounds, navigations }))
    } finally {
      await muster.stop()
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

console.log(`\n${machine()}, ${chrome.version}; ${rounds} visits, each in a fresh browser\n`)
console.log(printed(sizes, all))
