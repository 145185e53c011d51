import { join } from 'node:path'

import { startServer, type Server } from '../parts/processes.ts'
import { changeTenth, timed } from './ask.ts'
import { freshness } from './freshness.ts'
import { shareOfLimit } from './limited.ts'
import type { Databases } from './places.ts'
import type { Answers } from './print.ts'
import { questions } from './questions.ts'
import { callsIn, json } from './tenant.ts'

/** How the index itself asks for accounts: for changes, for numbers, for some, and pass after pass. */
const ofTheSync = /modified\+ge|limit=0|filters=id\+in|\?sorters=id&/

type State = { complete: boolean; read: number; total: number | null; problem: string | null }
export type Figures = Record<string, string>

type Bench = {
  /** The folder of a tenant that has been filled. */
  data: string
  databases: Databases
  rounds: number
  /** Calls in ten seconds that the tenant allows. */
  limit: number
  answers: Answers
}

/** A first sync, a start, each question, and a tenant of which much changes. */
export async function measure(bench: Bench): Promise<Figures> {
  const { data, databases, rounds, limit, answers } = bench
  const index = await databases.make(data, 'index')
  const log = join(data, 'requests.log')
  const tenant = await startTenant(data, 0, log)
  const first = await startConsole(tenant, index.database, 0)
  const { seconds, total } = await synced(first)
  const syncCpu = first.cpu()
  const afterSync = first.memory()
  await first.stop()
  const bytes = await index.size()

  const restarted = performance.now()
  const again = await startConsole(tenant, index.database, 0)
  await loaded(again, total)
  const start = { seconds: (performance.now() - restarted) / 1000, cpu: again.cpu() }
  await settled(again)
  const afterStart = again.memory()
  const before = callsIn(log).length
  await askAll(bench, again, total)
  const asked = callsIn(log).slice(before)
  const lists = asked.filter(({ path }) => path.startsWith('/v2024/accounts?'))
  const own = lists.filter(({ path }) => !ofTheSync.test(path))
  const afterQuestions = again.memory()
  const fresh = await freshness(tenant, again, total, log)
  await changeTenth(tenant, again)
  const changing = { of: () => ({ sorters: 'name' }) }
  const meanwhile = await timed(again, changing, total, rounds)
  answers.note('first page, while a tenth changes', 'question', meanwhile)
  const afterChanges = again.memory()
  await again.stop()
  await tenant.stop()
  await index.drop()

  const pages = Math.ceil(total / 250)
  return {
    'first sync, no limit': `${seconds.toFixed(1)} s, ${Math.round(total / seconds)} accounts/s, ${syncCpu.toFixed(1)} s CPU, ${Math.round(total / syncCpu)} accounts per s CPU`,
    'first sync, limited': await withLimit(bench, total),
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

async function askAll({ rounds, answers }: Bench, server: Server, total: number): Promise<void> {
  for (const question of questions) {
    answers.note(question.name, question.kind, await timed(server, question, total, rounds))
  }
}

/** The first sync as a real tenant lets it run: which part of the allowed calls it makes use of. */
async function withLimit({ data, databases, limit }: Bench, total: number): Promise<string> {
  const log = join(data, 'limited.log')
  const tenant = await startTenant(data, limit, log)
  const index = await databases.make(data, 'limited')
  const limited = await startConsole(tenant, index.database, limit)
  const found = await shareOfLimit(limited, log, limit, total)
  await limited.stop()
  await tenant.stop()
  await index.drop()
  if (!found) return 'too few pages to tell'
  const { share, refused, cpuShare, perPage } = found
  return `${(share * 100).toFixed(0)} % of ${limit} calls in 10 s, ${refused} refused, ${(cpuShare * 100).toFixed(0)} % of a core, ${perPage.toFixed(0)} ms CPU a page`
}

function startTenant(data: string, rateLimit: number, log: string) {
  const options = ['--port', '0', '--data', data, '--seed', '0', '--task-ms', '0']
  const limited = ['--rate-limit', String(rateLimit), '--request-log', log]
  return startServer('server/tenant/main.ts', [...options, ...limited])
}

function startConsole({ url }: Server, database: string, rateLimit: number) {
  return startServer('bench/parts/console.ts', [url, database, String(rateLimit)])
}

async function synced(server: Server) {
  const from = performance.now()
  const { total } = await stateWhen(server, ({ complete, total: all }) => complete && all !== null)
  return { seconds: (performance.now() - from) / 1000, total: total ?? 0 }
}

/** Complete alone is not enough: a copy that was so says it before it is in memory. */
function loaded(server: Server, total: number): Promise<State> {
  return stateWhen(server, ({ complete, read }) => complete && read >= total)
}

/** What else is read after the accounts, identities above all, would be counted with the questions. */
async function settled(server: Server): Promise<void> {
  const [seconds, busy] = [3, 0.15]
  for (let spent = busy; spent >= busy;) {
    const before = server.cpu()
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    spent = server.cpu() - before
  }
}

async function stateWhen({ url }: Server, isSo: (state: State) => boolean): Promise<State> {
  while (true) {
    const state = await json<State>(await fetch(`${url}/api/console/index`))
    if (state.problem) throw new Error(state.problem)
    if (isSo(state)) return state
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function megabytes({ now, most }: ReturnType<Server['memory']>): string {
  return `${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB`
}
