// Starts the servers, which restart when their code changes, and Vite, which serves the web
// application and passes /api on to them.
import { ensureInstalled } from './lib/install.mjs'
import { findNode } from './lib/node.mjs'
import { script, start } from './lib/run.mjs'

await script(async () => {
  await ensureInstalled()
  const node = findNode()
  const children = [
    start(node, ['--watch', '--watch-preserve-output', 'server/main.ts', '--api-only']),
    start(node, ['node_modules/vite/bin/vite.js', ...process.argv.slice(2)]),
  ]
  // One without the other is of no use.
  return new Promise((resolve) => {
    for (const child of children) {
      child.on('exit', (code) => {
        for (const other of children) other.kill()
        resolve(code ?? 0)
      })
    }
  })
})
