// The long form of the tests that draw their cases: thousands of filters, patches, sequences of
// actions, broken requests and kills, where `npm test` tries some hundred.
import { randomInt } from 'node:crypto'
import { delimiter } from 'node:path'
import { parseArgs } from 'node:util'

import { ensureInstalled } from './lib/install.mjs'
import { findNode } from './lib/node.mjs'
import { root } from './lib/paths.mjs'
import { run, say, script } from './lib/run.mjs'

const parts = {
  filters: ['server/tenant/properties/filters.test.ts', '10,000 filters and orders'],
  patches: ['server/tenant/properties/patches.test.ts', '9,500 JSON Patches'],
  machine: ['server/tenant/properties/machine.test.ts', '300 sequences of up to 30 actions'],
  fuzz: ['server/tenant/properties/fuzz.test.ts', '10,000 broken requests'],
  raw: ['server/tenant/properties/raw.test.ts', '2,000 connections with broken bytes'],
  kill: ['server/tenant/kill.test.ts', '20 kills under load'],
  index: ['server/index-kill.test.ts', '20 kills in a first sync'],
  ledger: ['server/console/runs/ledger.test.ts', '2,000 sequences of what a run meets'],
  runs: ['server/runs-kill.test.ts', '20 kills in a run of 2,000'],
  peers: ['server/runs-peers.test.ts', 'with TEST_DATABASE_URL: consoles that share a database'],
  faults: ['server/runs-trouble.test.ts', 'a run of 10,000 with errors and cuts'],
}

const usage = `Usage: npm run campaign [-- options] [parts]

Runs the long forms of the tests that draw their cases. Without a part, all of them:

${Object.entries(parts)
  .map(([name, [, what]]) => `  ${name.padEnd(9)} ${what}`)
  .join('\n')}

  --seed N    draws the same cases again: the seed of a run is printed at its start and its end
  --times X   how many times as much; 0.1 for a short one (1)
  --help      prints this

On PostgreSQL where TEST_DATABASE_URL names a server, else on SQLite.`

await script(async () => {
  const text = { type: 'string' }
  const { values, positionals } = parseArgs({
    options: { seed: text, times: text, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) {
    say(usage)
    return 0
  }
  const unknown = positionals.find((name) => !(name in parts))
  if (unknown)
    throw new Error(`There is no part ${unknown}. There are: ${Object.keys(parts).join(', ')}.`)
  const seed = number('--seed', values.seed ?? String(randomInt(1, 2 ** 31)))
  const times = number('--times', values.times ?? '1')
  await ensureInstalled()
  return campaign(positionals.length > 0 ? positionals : Object.keys(parts), { seed, times })
})

function number(name, value) {
  const parsed = Number(value)
  // Zero would stand for no seed, and for no campaign.
  if (Number.isFinite(parsed) && parsed !== 0) return parsed
  throw new Error(`${name} must be a number other than 0, not ${JSON.stringify(value)}.`)
}

async function campaign(names, { seed, times }) {
  say(`Seed ${seed}`)
  const env = {
    CAMPAIGN: String(times),
    CAMPAIGN_SEED: String(seed),
    PATH: [`${root}node_modules/.bin`, process.env.PATH].join(delimiter),
  }
  const lines = []
  const failed = []
  for (const name of names) {
    const [file, what] = parts[name]
    say(`\n== ${name}`)
    const startedAt = Date.now()
    const args = ['node_modules/vitest/vitest.mjs', 'run', file, '--reporter=verbose']
    const code = await run(findNode(), args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
    if (code !== 0) failed.push(name)
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
    const verdict = code === 0 ? 'held' : 'FAILED'
    lines.push(`${name.padEnd(9)} ${what.padEnd(36)} ${verdict.padEnd(8)} ${seconds.padStart(5)} s`)
  }
  const counted = times === 1 ? '' : `, each number times ${times}`
  say(`\nSeed ${seed}${counted}\n${lines.join('\n')}`)
  if (failed.length === 0) return 0
  say(`\nTo play it again: npm run campaign -- --seed ${seed} --times ${times} ${failed.join(' ')}`)
  return 1
}
