import { existsSync, readdirSync, statSync } from 'node:fs'

import { findNode } from './node.mjs'
import { root } from './paths.mjs'
import { run, say } from './run.mjs'

/** What the web application is made of. */
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** Builds the web application where dist/ is missing or older than its sources. */
export async function ensureBuilt() {
  if (isBuilt()) return
  say('Building the web application ...')
  if ((await build(['--logLevel', 'warn'])) !== 0) {
    throw new Error('The web application could not be built: see what Vite says above.')
  }
}

/** In each language; the first one empties the folder of all. */
export async function build(flags = []) {
  for (const mode of ['production', 'de']) {
    const vite = ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, ...flags]
    const code = await run(findNode(), vite)
    if (code !== 0) return code
  }
  return 0
}

function isBuilt() {
  const pages = ['index.html', 'de/index.html'].map((page) => `${root}dist/${page}`)
  if (!pages.every((page) => existsSync(page))) return false
  const builtAt = Math.min(...pages.map((page) => statSync(page).mtimeMs))
  return sources.every((path) => newest(`${root}${path}`) <= builtAt)
}

/** Folders count too: a file that was removed leaves its mark there alone. */
function newest(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)))
}
