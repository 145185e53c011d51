import { expect, test } from 'vitest'

import type { components } from '../src/api/console-schema.d.ts'
import { lastingIndexPlace } from './console/testing/index-place.ts'
import type { Account, Entitlement, Source } from './contract.ts'
import { startIndexed, startTenant, type Indexed, type Tenant } from './testing/indexed.ts'

type Counted = components['schemas']['IndexedAccounts']
type Known = components['schemas']['EntitlementState']

async function knownOf(index: Indexed): Promise<Known> {
  const state: components['schemas']['IndexState'] = await index.state()
  if (!state.entitlements) throw new Error('The state tells nothing of entitlements')
  return state.entitlements
}

const whenKnown = (index: Indexed) =>
  expect
    .poll(() => knownOf(index), { timeout: 60_000 })
    .toMatchObject({ complete: true, unknown: 0, problem: null })

/** What the tenant itself says of each account, one call for each. */
async function truth(tenant: Tenant) {
  const held = new Map<string, Entitlement[]>()
  for (const { id } of await tenant.accounts()) {
    const found: Entitlement[] = []
    for (let page: Entitlement[] = []; ;) {
      page = await tenant.get(`/accounts/${id}/entitlements?limit=250&offset=${found.length}`)
      found.push(...page)
      if (page.length < 250) break
    }
    held.set(id, found)
  }
  const ids = (has: (list: Entitlement[]) => boolean) =>
    [...held].flatMap(([id, list]) => (has(list) ? [id] : [])).toSorted()
  return { held, ids, privileged: ids((list) => list.some(({ privileged }) => privileged)) }
}

async function found({ list }: Indexed, filter: string): Promise<string[]> {
  const ids: string[] = []
  for (let page: Account[] = []; ; ids.push(...page.map(({ id = '' }) => id))) {
    page = (await list(filter, `&sorters=id&offset=${ids.length}`)).items
    if (page.length === 0) return ids.toSorted()
  }
}

async function counted({ call }: Indexed, facets: string): Promise<Counted['facets']> {
  const answer = await call(`/console/accounts?limit=0&facets=${facets}`)
  return ((await answer.json()) as Counted).facets // as console.yaml says
}

test('privileged accounts are those of which the tenant says so, each of them and no other', async () => {
  const tenant = await startTenant()
  const index = await startIndexed(tenant)
  await whenKnown(index)

  const { held, ids, privileged } = await truth(tenant)
  expect(privileged.length).toBeGreaterThan(20)
  expect(await found(index, 'privileged eq true')).toEqual(privileged)
  const others = [...held.keys()].filter((id) => !privileged.includes(id)).toSorted()
  expect(await found(index, 'privileged eq false')).toEqual(others)
  expect(await found(index, 'privileged isnull')).toEqual([])

  const [yesNo, byEntitlement] = await counted(index, 'privileged,privilegedEntitlement')
  expect(yesNo?.values).toEqual(
    expect.arrayContaining([
      { value: true, count: privileged.length },
      { value: false, count: others.length },
    ]),
  )
  const known = new Set(
    [...held.values()]
      .flat()
      .filter(({ privileged: is }) => is)
      .map(({ id }) => id),
  )
  expect(byEntitlement?.values).toHaveLength(known.size)
  for (const { value, count, label } of byEntitlement?.values ?? []) {
    const holders = ids((list) => list.some(({ id }) => id === value))
    expect([label, count]).toEqual([label, holders.length])
  }
  const [most] = byEntitlement?.values ?? []
  expect(await found(index, `privilegedEntitlement eq "${String(most?.value)}"`)).toEqual(
    ids((list) => list.some(({ id }) => id === most?.value)),
  )
  const values = new Set([...held.values()].flat().map(({ id }) => id))
  expect(await knownOf(index)).toMatchObject({ known: values.size, total: values.size })
  expect(index.log).toEqual([])
})

test('an account that gets an entitlement, or loses it, is where it belongs soon after', async () => {
  const tenant = await startTenant()
  const index = await startIndexed(tenant)
  await whenKnown(index)
  const [badges] = await tenant.get<Source[]>('/sources?filters=name+eq+%22Badge+System%22')
  const create = (badgeNumber: string, accessZones: string) =>
    tenant.call('/accounts', 'POST', {
      attributes: { sourceId: badges?.id, badgeNumber, holderName: badgeNumber, accessZones },
    })
  const [zones] = (await counted(index, 'privilegedEntitlement'))
    .flatMap(({ values }) => values)
    .filter(({ label }) => label?.endsWith('(Badge System)'))
  const { value } = await tenant.get<Entitlement>(`/entitlements/${String(zones?.value)}`)

  await create('B-safe', `${value}|A ZONE THAT IS NEW`)
  await create('B-new', 'A ZONE THAT IS NEW')
  const named = async (filter: string) =>
    (await index.list(`source.displayableName eq "Badge System" and ${filter}`)).items
      .map(({ nativeIdentity }) => nativeIdentity)
      .filter((name) => name === 'B-safe' || name === 'B-new')
  await expect.poll(() => named('privileged eq true'), { timeout: 20_000 }).toEqual(['B-safe'])
  await expect.poll(() => named('privileged eq false'), { timeout: 20_000 }).toEqual(['B-new'])

  const { items } = await index.list('nativeIdentity eq "B-safe"')
  await tenant.call(`/accounts/${items[0]?.id}`, 'DELETE')
  await expect.poll(() => named('privileged eq true'), { timeout: 20_000 }).toEqual([])
  await index.upToDate()
  const { privileged } = await truth(tenant)
  expect(await found(index, 'privileged eq true')).toEqual(privileged)
})

test('what was learnt is kept: a console that starts while the tenant is down knows it at once', async () => {
  const tenant = await startTenant()
  const place = await lastingIndexPlace()
  const first = await startIndexed(tenant, { place })
  await whenKnown(first)
  const { privileged } = await truth(tenant)
  const known = await knownOf(first)
  const before = await counted(first, 'privilegedEntitlement')
  await first.close()
  await tenant.close()

  const second = await startIndexed(tenant, { place })
  await expect.poll(async () => (await second.state()).problem).toMatch(/cannot be reached/)
  expect(await knownOf(second)).toEqual(known)
  expect(await found(second, 'privileged eq true')).toEqual(privileged)
  expect(await counted(second, 'privilegedEntitlement')).toEqual(before)
})

test('a client that may not read schemas is told what is certain, and what is not', async () => {
  const tenant = await startTenant()
  const client = { clientId: 'demo-helpdesk', clientSecret: 'demo-helpdesk-secret' }
  const index = await startIndexed(tenant, { client })
  await expect
    .poll(async () => (await knownOf(index)).problem, { timeout: 30_000 })
    .toEqual(expect.any(String))
  await expect
    .poll(async () => (await knownOf(index)).known, { timeout: 30_000 })
    .toBeGreaterThan(50)
  const { held, privileged } = await truth(tenant)

  const yes = await found(index, 'privileged eq true')
  expect(privileged).toEqual(expect.arrayContaining(yes))
  const no = await found(index, 'privileged eq false')
  expect(no.filter((id) => (held.get(id)?.length ?? 0) > 0)).toEqual([])
  const unknown = await found(index, 'privileged isnull')
  expect(unknown.length).toBeGreaterThan(0)
  expect(yes.length + no.length + unknown.length).toBe(held.size)
  expect((await knownOf(index)).complete).toBe(false)
})
