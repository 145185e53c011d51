import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

import pg from 'pg'

import { disable } from './disables.ts'
import { counts, deepOf, listsOf, timesOf, type Question, type Times } from './lists.ts'
import { seed, startTenant, type Place, type Tenant } from './process.ts'

export type Figures = { lists: Map<string, Times>; others: Map<string, number> }
export type Amounts = { accounts: number; rounds: number; disables: number }

/** Fills the place, starts a tenant on it and asks it all questions. */
export async function measure(place: Place, amounts: Amounts): Promise<Figures> {
  const seconds = await seed(place, amounts.accounts)
  const size = await sizeOf(place)
  const tenant = await startTenant(place)
  try {
    const lists = await timeLists(tenant, amounts.rounds)
    const { acceptedPerSecond, endedAfter } = await disableSome(tenant, amounts.disables)
    const others = new Map([
      ['seed, s', seconds],
      ['size on disk after it, MB', size],
      [`${amounts.disables} disables: accepted a second`, acceptedPerSecond],
      [`${amounts.disables} disables: all ended after, s`, endedAfter],
      ['resident memory at the end, MB', tenant.memory()],
    ])
    return { lists, others }
  } finally {
    await tenant.stop()
  }
}

async function timeLists(tenant: Tenant, rounds: number): Promise<Map<string, Times>> {
  const total = Number(
    (await tenant.get('/accounts?limit=0&count=true')).headers.get('x-total-count'),
  )
  const questions: Question[] = [
    ...listsOf(await sourceNamed(tenant, 'Active Directory')),
    ...counts,
    ...deepOf(total),
  ]
  const times = new Map<string, Times>()
  for (const question of questions)
    times.set(question.name, await timesOf(tenant, question, rounds))
  return times
}

async function disableSome(tenant: Tenant, most: number) {
  return disable(tenant, await sourceNamed(tenant, 'Active Directory'), most)
}

async function sourceNamed(tenant: Tenant, name: string): Promise<string> {
  const filters = encodeURIComponent(`name eq "${name}"`)
  const answer = await tenant.get(`/sources?filters=${filters}`)
  const [source] = (await answer.json()) as { id: string }[] // as the contract has it
  if (!source) throw new Error(`There is no source ${name}`)
  return source.id
}

async function sizeOf({ data, url }: Place): Promise<number> {
  if (url) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query('select pg_database_size(current_database()) as bytes')
    await client.end()
    return Number(rows[0].bytes) / 1e6
  }
  const files = ['tenant.sqlite', 'tenant.sqlite-wal'].map((name) => join(data ?? '', name))
  return files.reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0) / 1e6
}
