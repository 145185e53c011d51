import { percentile } from '../lib.ts'
import type { Tenant } from './process.ts'

export type Question = { name: string; query: string; offset?: number }

const starts = (text: string) =>
  ['name', 'nativeIdentity', 'identity.name'].map((field) => `${field} sw "${text}"`).join(' or ')

const ask = (name: string, sorters: string, filters = '', more = ''): Question => ({
  name,
  query: `limit=250&sorters=${sorters}&filters=${encodeURIComponent(filters)}${more}`,
})
const count = (name: string, filters: string): Question => ({
  name: `count: ${name}`,
  query: `limit=0&count=true&filters=${encodeURIComponent(filters)}`,
})

/** Lists of 250 rows: plain ones, what the screens ask for, and the slowest that were found. */
export const listsOf = (sourceId: string): Question[] => [
  ask('all, by name', 'name'),
  ask('all, by source, newest id first', 'source.displayableName,-id'),
  ask('one source, by name', 'name', `sourceId eq "${sourceId}"`),
  ask('one source, last modified first', '-modified', `sourceId eq "${sourceId}"`),
  ask('uncorrelated, by name', 'name', 'uncorrelated eq true'),
  ask('uncorrelated, by identity from the end', '-identity.name', 'uncorrelated eq true'),
  ask('uncorrelated, by identity id', 'identityId', 'uncorrelated eq true'),
  ask('without entitlements, by native identity', 'nativeIdentity', 'hasEntitlements eq false'),
  ask('locked identity, by creation', 'created', 'identity.identityState eq "LOCKED"'),
  ask('by a rare method, by source', 'sourceId', 'recommendation.method eq "SOURCE"'),
  ask('name starts with a, by name', 'name', 'name sw "a"'),
  ask('name starts with a, by identity from the end', '-identity.name', 'name sw "a"'),
  ask('name starts with an, by modification', 'modified', 'name sw "an"'),
  ask(
    'native identity starts with CN=, by source',
    '-source.displayableName',
    'nativeIdentity sw "CN="',
  ),
  ask('searched for a, by name', 'name', starts('a')),
  ask('searched for mar, by identity from the end', '-identity.name', starts('mar')),
  ask('searched for anna, by modification', '-modified', starts('anna')),
  ask('created since 2020, by name', 'name', 'created ge 2020-01-01'),
  ask('created in 2026, by modification', 'modified', 'created ge 2026-01-01'),
]

export const counts: Question[] = [
  count('all', ''),
  count('uncorrelated', 'uncorrelated eq true'),
  count('with entitlements', 'hasEntitlements eq true'),
  count('name starts with a', 'name sw "a"'),
  count('searched for a', starts('a')),
  count('created since 2020', 'created ge 2020-01-01'),
]

/** Far down the list: 900,000 rows of a million. */
export const deepOf = (accounts: number): Question[] => {
  const offset = `&offset=${Math.floor(accounts * 0.9)}`
  const middle = `&offset=${Math.floor(accounts * 0.45)}`
  return [
    ask('offset at 90 %, by name', 'name', '', offset),
    ask('offset at 90 %, last modified first', '-modified', '', offset),
    ask('offset at 45 %, by name', 'name', '', middle),
    ask('correlated, offset at 45 %, by name', 'name', 'uncorrelated eq false', middle),
  ]
}

export type Times = { p50: number; p99: number }

export async function timesOf(tenant: Tenant, { name, query }: Question, rounds: number) {
  const times: number[] = []
  for (let round = -10; round < rounds; round += 1) {
    const from = performance.now()
    const response = await tenant.get(`/accounts?${query}`)
    const body = await response.text()
    if (response.status !== 200) throw new Error(`${name}: ${response.status} ${body}`)
    if (round >= 0) times.push(performance.now() - from)
  }
  return { p50: percentile(times, 50), p99: percentile(times, 99) }
}
