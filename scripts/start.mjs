// Installs and builds what is missing, then starts Muster. Runs on any Node from 20 on.
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { findNode, thrifty, thriftyEnv } from './lib/node.mjs'
import { run, script } from './lib/run.mjs'

await script(async () => {
  const args = process.argv.slice(2)
  await ensureInstalled()
  if (!args.includes('--help')) await ensureBuilt()
  return run(findNode(), [...thrifty, 'server/main.ts', ...args], { env: thriftyEnv })
})
