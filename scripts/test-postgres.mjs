// Runs the tests of what stores on a PostgreSQL of their own: all, or those that are named,
// `npm run test:postgres -- server/tenant/store`.
import { ensureInstalled } from './lib/install.mjs'
import { summary } from './lib/results.mjs'
import { say, script } from './lib/run.mjs'

await script(async () => {
  await ensureInstalled()
  // Only now: the stages use packages.
  const { postgres } = await import('./lib/stages.mjs')
  const counts = await postgres(process.argv.slice(2))
  say(summary(counts))
  return counts.failed > 0 ? 1 : 0
})
