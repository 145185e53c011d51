import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

import { ensureBrowser } from './browser.mjs'
import { findNode } from './node.mjs'
import { root } from './paths.mjs'
import { withPostgres } from './postgres.mjs'
import { fromExit, fromPlaywright, fromVitest, none } from './results.mjs'
import { run, say } from './run.mjs'
import { ensureSlapd } from './slapd.mjs'

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

async function contract() {
  if (!existsSync(contractDiff)) return skip('the published contract is not here')
  return fromExit(await run(process.execPath, [contractDiff, 'server/openapi/isc-v2024.yaml']))
}

async function unit() {
  await ensureSlapd()
  const file = join(reports, 'unit.json')
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  // Many wait for a server rather than for a processor: on two of these, one worker leaves one idle.
  return fromVitest(file, await tool('vitest', ['run', ...flags, '--maxWorkers=2']))
}

/** What stores something: all of it has to hold on either database. */
const storing = [
  'server/database',
  'server/tenant',
  'server/console/views.test.ts',
  'server/console/index',
  'server/console/runs/ledger.test.ts',
  'server/console/not-persons.test.ts',
  'server/runs',
  'server/index-',
  'server/embedded-tenant.test.ts',
]
/**
 * Of these, what is about files, options and memory has nothing to do with it; nor has how a run bears
 * with the tenant. What kills a console on PostgreSQL is `server/runs-peers.test.ts`.
 */
const filesOnly = [
  'server/runs-kill.test.ts',
  'server/runs-trouble.test.ts',
  'server/index-place.test.ts',
  'server/index-entitlements.test.ts',
  'server/console/index/counts.test.ts',
  'server/console/index/ask-database.test.ts',
  'server/console/index/entitlements/number-lists.test.ts',
  'server/console/index/entitlements/privileges.test.ts',
  'server/console/index/memory/**',
  'server/console/index/questions/**',
  'server/console/index/export.test.ts',
  'server/console/index/store/file.test.ts',
  'server/console/index/suggest/names.test.ts',
  'server/console/index/suggest/score.test.ts',
  'server/tenant/main.test.ts',
  'server/tenant/contract-check.test.ts',
  'server/tenant/store/read/plans.test.ts',
]

/** The tests of what stores on PostgreSQL: the server that is named, else one of their own. */
export async function postgres(files = []) {
  const file = join(reports, 'postgres.json')
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const some = [...storing, ...filesOnly.map((name) => `--exclude=${name}`)]
  const args = ['run', ...(files.length > 0 ? files : some), ...flags, '--maxWorkers=2']
  const test = async (url) =>
    fromVitest(file, await tool('vitest', args, { TEST_DATABASE_URL: url }))
  const named = process.env.TEST_DATABASE_URL
  return (named ? await test(named) : await withPostgres(test)) ?? skip('PostgreSQL is not here')
}

function skip(why) {
  say(`Skipped: ${why}.`)
  return { ...none, skipped: 1 }
}

let built = false

async function build() {
  let code = 0
  // English, which empties the folder, then German, and one whose texts are marked, for the stories.
  for (const mode of ['production', 'de', 'pseudo']) {
    code ||= await tool('vite', ['build', '--logLevel', 'warn', '--mode', mode])
  }
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
  PostgreSQL: () => postgres(),
  Build: build,
  Browser: browser,
}
