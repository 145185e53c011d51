// Starts the embedded tenant alone, in a process of its own.
import { ensureInstalled } from './lib/install.mjs'
import { findNode } from './lib/node.mjs'
import { run, script } from './lib/run.mjs'

/** In MB: the rows of lists die young, and Node would let 100 MB of them pile up first. */
const youngSpace = '--max-semi-space-size=8'

await script(async () => {
  await ensureInstalled()
  return run(findNode(), [youngSpace, 'server/tenant/main.ts', ...process.argv.slice(2)])
})
