// Runs the benchmarks in bench/: all of them, or those that are named, `npm run bench -- tenant`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { ensureInstalled } from './lib/install.mjs'
import { findNode } from './lib/node.mjs'
import { root } from './lib/paths.mjs'
import { run, say, script } from './lib/run.mjs'

/** Shared code of the benchmarks, not one of them. */
const shared = ['lib']

/** What a benchmark says of itself and its options, at its beginning. */
function comment(name) {
  const lines = readFileSync(`${root}bench/${name}.ts`, 'utf8').split('\n')
  const end = lines.findIndex((line) => !line.startsWith('//'))
  return lines
    .slice(0, end)
    .map((line) => line.replace('//', ' '))
    .join('\n')
}

await script(async () => {
  await ensureInstalled()
  const known = readdirSync(`${root}bench`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => !shared.includes(name))
  // Names come first, what follows the first flag belongs to the benchmarks.
  const args = process.argv.slice(2)
  const end = args.findIndex((arg) => arg.startsWith('-'))
  const [names, flags] = end < 0 ? [args, []] : [args.slice(0, end), args.slice(end)]
  if (flags.includes('--help')) {
    say('Usage: npm run bench -- [names] [options]\n')
    for (const name of names.length > 0 ? names : known) say(`${name}\n${comment(name)}\n`)
    return 0
  }
  const unknown = names.find((name) => !existsSync(`${root}bench/${name}.ts`))
  if (unknown) throw new Error(`There is no benchmark ${unknown}. There are: ${known.join(', ')}.`)

  let failed = 0
  for (const name of names.length > 0 ? names : known) {
    say(`\n== ${name}`)
    if ((await run(findNode(), [`bench/${name}.ts`, ...flags])) !== 0) failed += 1
  }
  return failed > 0 ? 1 : 0
})
