// Starts the embedded tenant alone, in a process of its own.
import { ensureInstalled } from './lib/install.mjs'
import { findNode, thrifty, thriftyEnv } from './lib/node.mjs'
import { run, script } from './lib/run.mjs'

await script(async () => {
  await ensureInstalled()
  const args = [...thrifty, 'server/tenant/main.ts', ...process.argv.slice(2)]
  return run(findNode(), args, { env: thriftyEnv })
})
