// What the console's index costs and how fast it answers, over HTTP: `npm run bench -- index`.
// --sizes 10000,100000,1000000 --rounds 100 --limit 100 (calls in ten seconds that a tenant allows)
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { changeTenth, timed } from './index/ask.ts'
import { freshness } from './index/freshness.ts'
import { shareOfLimit } from './index/limited.ts'
import { answerTable, note } from './index/print.ts'
import { questions } from './index/questions.ts'
import { callsIn, json } from './index/tenant.ts'
import { machine, table } from './lib.ts'
import { run, startServer, type Server } from './parts/processes.ts'

const text = { type: 'string' } as const
const { values: given } = parseArgs({ options: { sizes: text, rounds: text, limit: text } })
const sizes = (given.sizes ?? '10000,100000,1000000').split(',').map(Number)
const rounds = Number(given.rounds ?? 100)
const limit = Number(given.limit ?? 100)

/** What the index asks by itself: for changes, for numbers, and pass after pass. */
const ofTheSync = /modified\+ge|limit=0|\/(identities|sources)\?|\?sorters=id&/

type State = { complete: boolean; read: number; total: number | null; problem: string | null }
type Figures = Record<string, string>
const figures: Figures[] = []

for (const size of sizes) {
  const data = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  try {
    await run('server/tenant/main.ts', ['--seed-only', '--accounts', String(size), '--data', data])
    figures.push(await measure(data))
    console.error(`${size.toLocaleString('en')} accounts measured`)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

console.log(`\n${machine()}; ${rounds} requests a question, one after the other, 250 rows each\n`)
const names = Object.keys(figures[0] ?? {})
console.log(
  table(
    ['', ...sizes.map((size) => size.toLocaleString('en'))],
    names.map((name) => [name, ...figures.map((each) => each[name] ?? '')]),
  ),
)
console.log(`\n${answerTable(sizes)}`)

async function measure(data: string): Promise<Figures> {
  const file = join(data, 'index.sqlite')
  const log = join(data, 'requests.log')
  const tenant = await startTenant(data, 0, log)
  const first = await startConsole(tenant, file, 0)
  const { seconds, total } = await synced(first)
  const syncCpu = first.cpu()
  const afterSync = first.memory()
  await first.stop()
  const bytes = statSync(file).size

  const restarted = performance.now()
  const again = await startConsole(tenant, file, 0)
  await loaded(again, total)
  const start = { seconds: (performance.now() - restarted) / 1000, cpu: again.cpu() }
  const afterStart = again.memory()
  const before = callsIn(log).length
  await askAll(again, total)
  const asked = callsIn(log).slice(before)
  const own = asked.filter(({ path }) => !ofTheSync.test(path))
  const afterQuestions = again.memory()
  const fresh = await freshness(tenant, again, total, log)
  await changeTenth(tenant, again)
  const changing = { of: () => ({ sorters: 'name' }) }
  note('first page, while a tenth changes', 'question', await timed(again, changing, total, rounds))
  const afterChanges = again.memory()
  await again.stop()
  await tenant.stop()

  const pages = Math.ceil(total / 250)
  return {
    'first sync, no limit': `${seconds.toFixed(1)} s, ${Math.round(total / seconds)} accounts/s, ${syncCpu.toFixed(1)} s CPU, ${Math.round(total / syncCpu)} accounts per s CPU`,
    'first sync, limited': await withLimit(data, total),
    'start with a full index': `${start.seconds.toFixed(1)} s, ${start.cpu.toFixed(1)} s CPU`,
    'memory after the first sync': megabytes(afterSync),
    'memory after a start': megabytes(afterStart),
    'memory after all questions': megabytes(afterQuestions),
    'memory while a tenth changes': megabytes(afterChanges),
    'on disk': `${(bytes / 1e6).toFixed(0)} MB, ${(bytes / total / 1000).toFixed(2)} kB each`,
    'lag, 10 % changing per hour': `p50 ${fresh.p50.toFixed(1)} s, p99 ${fresh.p99.toFixed(1)} s of ${fresh.changes} changes`,
    'calls per hour for that': `${fresh.accountCalls} for accounts, ${fresh.otherCalls} for others`,
    'CPU for that': `${(fresh.cpuShare * 100).toFixed(1)} % of a core`,
    'calls that the questions cost the tenant': String(own.length),
    'calls for one of them without the index': `up to ${pages}, ${((pages / limit) * 10).toFixed(0)} s at ${limit} in 10 s`,
  }
}

async function askAll(server: Server, total: number): Promise<void> {
  for (const question of questions) {
    note(question.name, question.kind, await timed(server, question, total, rounds))
  }
}

/** The first sync as a real tenant lets it run: which part of the allowed calls it makes use of. */
async function withLimit(data: string, total: number): Promise<string> {
  const log = join(data, 'limited.log')
  const tenant = await startTenant(data, limit, log)
  const limited = await startConsole(tenant, join(data, 'limited.sqlite'), limit)
  const found = await shareOfLimit(limited, log, limit, total)
  await limited.stop()
  await tenant.stop()
  if (!found) return 'too few pages to tell'
  const { share, refused, cpuShare, perPage } = found
  return `${(share * 100).toFixed(0)} % of ${limit} calls in 10 s, ${refused} refused, ${(cpuShare * 100).toFixed(0)} % of a core, ${perPage.toFixed(0)} ms CPU a page`
}

function startTenant(data: string, rateLimit: number, log: string) {
  const options = ['--port', '0', '--data', data, '--seed', '0', '--task-ms', '0']
  const limited = ['--rate-limit', String(rateLimit), '--request-log', log]
  return startServer('server/tenant/main.ts', [...options, ...limited])
}

function startConsole({ url }: Server, file: string, rateLimit: number) {
  return startServer('bench/parts/console.ts', [url, file, String(rateLimit)])
}

async function synced(server: Server) {
  const from = performance.now()
  const { total } = await stateWhen(server, ({ complete, total: all }) => complete && all !== null)
  return { seconds: (performance.now() - from) / 1000, total: total ?? 0 }
}

/** Complete alone is not enough: a copy that was so says it before it is in memory. */
const loaded = (server: Server, total: number) =>
  stateWhen(server, ({ complete, read }) => complete && read >= total)

async function stateWhen({ url }: Server, isSo: (state: State) => boolean): Promise<State> {
  while (true) {
    const state = await json<State>(await fetch(`${url}/api/console/index`))
    if (state.problem) throw new Error(state.problem)
    if (isSo(state)) return state
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const megabytes = ({ now, most }: ReturnType<Server['memory']>) =>
  `${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB`
