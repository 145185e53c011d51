// Runs everything that has to hold, and counts it. Goes on after a failure, so that all are seen.
import { ensureInstalled } from './lib/install.mjs'
import { add, fromExit, none, summary } from './lib/results.mjs'
import { say } from './lib/run.mjs'

let total = none
const lines = []

async function stage(name, body) {
  say(`\n== ${name}`)
  const startedAt = Date.now()
  const counts = await body().catch((error) => {
    say(error.message)
    return fromExit(1)
  })
  total = add(total, counts)
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  lines.push(`${name.padEnd(10)} ${summary(counts).padEnd(36)} ${seconds.padStart(6)} s`)
  return counts
}

const installed = await stage('Install', async () => {
  await ensureInstalled()
  return none
})
if (installed.failed === 0) {
  // Only now: the stages use packages.
  const { stages } = await import('./lib/stages.mjs')
  for (const [name, body] of Object.entries(stages)) await stage(name, body)
}

say(`\n${lines.join('\n')}\n`)
// Said again: what was printed long before is not easily found.
for (const name of total.failures) say(`Failed: ${name}`)
if (total.failures.length > 0) say('')
say(summary(total))
process.exitCode = total.failed > 0 ? 1 : 0
