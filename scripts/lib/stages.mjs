import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

import { ensureBrowser } from './browser.mjs'
import { findNode } from './node.mjs'
import { root } from './paths.mjs'
import { fromExit, fromPlaywright, fromVitest } from './results.mjs'
import { run, say } from './run.mjs'

const bin = `${root}node_modules/.bin`
const reports = mkdtempSync(join(tmpdir(), 'muster-reports-'))

/** A tool of a package, with the Node that the packages brought along first in its path. */
function tool(name, args, env = {}) {
  const PATH = [bin, process.env.PATH].join(delimiter)
  return run(`${bin}/${name}`, args, {
    env: { ...env, PATH },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

const one = (name, args) => async () => fromExit(await tool(name, args))

/** The published contract is not part of the project, so this runs only where it lies beside it. */
const contractDiff = join(root, '../shared/tools/contract-diff.mjs')
const checkedPaths =
  '^/(accounts(/\\{id\\}(/(entitlements|reload|enable|disable|unlock|remove))?)?|identities-accounts.*|identities.*|sources(/\\{id\\}(/load-accounts)?)?|task-status(/\\{id\\})?|entitlements/\\{id\\})$'

async function contract() {
  if (!existsSync(contractDiff)) return skip('the published contract is not here')
  const args = [contractDiff, 'server/openapi/isc-v2024.yaml', '--only', checkedPaths]
  return fromExit(await run(process.execPath, args))
}

async function unit() {
  const file = join(reports, 'unit.json')
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return fromVitest(file, await tool('vitest', ['run', ...flags]))
}

function skip(why) {
  say(`Skipped: ${why}.`)
  return { passed: 0, failed: 0, skipped: 1 }
}

let built = false

async function build() {
  const code = await tool('vite', ['build', '--logLevel', 'warn'])
  built = code === 0
  return fromExit(code)
}

async function browser() {
  // The stories would be told of an older build.
  if (!built) return skip('there is no build of this state')
  const { executablePath } = await ensureBrowser()
  const file = join(reports, 'browser.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  if (executablePath) env.CHROMIUM_PATH = executablePath
  return fromPlaywright(file, await tool('playwright', ['test', '--reporter=list,json'], env))
}

/** Everything that has to hold, quick things first. Each stage resolves to what it counted. */
export const stages = {
  'API types': async () => fromExit(await run(findNode(), ['scripts/api.mjs', '--check'])),
  Types: one('tsc', []),
  Lint: one('oxlint', ['--deny-warnings']),
  Format: one('oxfmt', ['--check']),
  Contract: contract,
  Unit: unit,
  Build: build,
  Browser: browser,
}
