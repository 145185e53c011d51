import type { IncomingMessage, ServerResponse } from 'node:http'

import { expect, test } from 'vitest'

import type { components } from '../../../../src/api/console-schema.d.ts'
import { startConsole } from '../../testing/console-server.ts'
import { newIndexPlace } from '../../testing/index-place.ts'
import { json, startUpstream } from '../../testing/upstream-server.ts'

type State = components['schemas']['IndexState']
type Account = Record<string, unknown> & { id: string }
type Told = { id: string; attribute: string; value: unknown; privileged?: boolean; name?: string }
type Tenant = {
  accounts: Account[]
  /** By account; a number is a status. */
  entitlements: Record<string, Told[] | number>
  /** Attributes that are entitlements, or a status. */
  schema?: string[] | number | 'none'
}

/** Under load a call may take its time. */
const poll = <T>(work: () => T) => expect.poll(work, { timeout: 20_000 })

const message = (text: string) => ({ messages: [{ text }] })

/** A wire on which a tenant can be made to answer what a real one cannot on demand. */
async function indexed(tenant: Tenant) {
  const calls: string[] = []
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://tenant')
    const [, , list, id, part] = pathname.split('/')
    if (part === 'schemas') {
      const { schema = ['groups'] } = tenant
      if (typeof schema === 'number') return json(response, schema, message('No schemas for you.'))
      if (schema === 'none') return json(response, 200, [])
      const attributes = ['mail', ...schema].map((name) => ({
        name,
        isEntitlement: schema.includes(name),
      }))
      return json(response, 200, [
        { id: 'g', name: 'group', attributes: [{ name: 'mail', isEntitlement: true }] },
        { id: 's', name: 'account', attributes },
      ])
    }
    if (part === 'entitlements') {
      calls.push(id ?? '')
      const told = tenant.entitlements[id ?? ''] ?? 404
      if (typeof told === 'number') return json(response, told, message(`It is ${told}.`))
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
      return json(response, 200, told.slice(offset, offset + limit))
    }
    const filters = query.get('filters')
    const isChanges = filters?.startsWith('modified')
    if (filters && !isChanges) return json(response, 400, message('No such filter.'))
    const all = list === 'accounts' && !isChanges ? tenant.accounts : []
    const page = all.slice(Number(query.get('offset') ?? 0)).slice(0, Number(query.get('limit')))
    return json(response, 200, page, { 'x-total-count': String(all.length) })
  }
  const upstream = await startUpstream({ handler: answer })
  const { get, log, url } = await startConsole({
    baseUrl: upstream.url,
    index: { ...(await newIndexPlace()), pause: { poll: 20, retry: () => 20 } },
    rateLimit: 0,
  })
  // As console.yaml says.
  const index = async () => (await (await get('/api/console/index')).json()) as State
  const state = async () => (await index()).entitlements
  const ids = async (filters: string) => {
    const answered = await get(`/api/console/accounts?filters=${encodeURIComponent(filters)}`)
    const { items } = (await answered.json()) as { items: Account[] } // as console.yaml says
    return items.map(({ id }) => id).toSorted()
  }
  const sorted = async () => ({
    yes: await ids('privileged eq true'),
    no: await ids('privileged eq false'),
    unknown: await ids('privileged isnull'),
  })
  await poll(async () => (await index()).complete).toBe(true)
  return { state, sorted, calls, log, url }
}

const account = (id: string, groups: unknown, more = {}): Account => ({
  id,
  sourceId: 's1',
  hasEntitlements: !Array.isArray(groups) || groups.length > 0,
  attributes: { groups, mail: `${id}@example.com` },
  ...more,
})
const told = (value: unknown, privileged = false, attribute = 'groups'): Told => ({
  id: `e-${String(value)}`,
  attribute,
  value,
  privileged,
})

test('one call teaches what all accounts with the same values have', async () => {
  const many = Array.from({ length: 300 }, (_, n) => `g${n}`)
  const { sorted, calls, state } = await indexed({
    accounts: [
      account('few', ['g7', 'root']),
      account('all', [...many, 'root']),
      account('none', []),
      account('some', ['g1', 'g2']),
    ],
    entitlements: { all: [...many.map((each) => told(each)), told('root', true)] },
  })
  await poll(sorted).toEqual({ yes: ['all', 'few'], no: ['none', 'some'], unknown: [] })
  expect(await state()).toEqual({
    known: 301,
    total: 301,
    complete: true,
    unknown: 0,
    problem: null,
  })
  // Two pages of one account.
  expect(new Set(calls)).toEqual(new Set(['all']))
  expect(calls).toHaveLength(2)
})

test('values that are no text are compared as text, and structures stay unknown', async () => {
  const { sorted } = await indexed({
    accounts: [
      account('number', [7]),
      account('text', '7'),
      account('flag', true),
      account('object', [{ name: 'root' }]),
      account('both', ['7', { name: 'root' }]),
      account('spelled', [' cn=Root ']),
    ],
    entitlements: {
      number: [told(7, true)],
      text: [told('7', true)],
      flag: [told('true')],
      both: [told('7', true)],
      spelled: [told('CN=root', true)],
      object: [],
    },
  })
  await poll(sorted).toEqual({
    yes: ['both', 'number', 'spelled', 'text'],
    no: ['flag'],
    unknown: ['object'],
  })
})

test('a client that may not read entitlements knows of none that is privileged, and of none that is not', async () => {
  const { sorted, state, log, calls } = await indexed({
    accounts: [account('a', ['root']), account('b', ['x']), account('none', [])],
    entitlements: { a: 403, b: 403 },
  })
  await poll(async () => (await state())?.problem).toBe('It is 403.')
  expect(await sorted()).toEqual({ yes: [], no: ['none'], unknown: ['a', 'b'] })
  expect(await state()).toMatchObject({ known: 0, total: 2, complete: false, unknown: 2 })
  expect(log.filter((line) => line.includes('Entitlements cannot be read'))).toHaveLength(1)
  // It does not ask again and again.
  expect(calls.length).toBeLessThan(4)
})

test('an account that is gone teaches nothing: another one with the value is asked', async () => {
  const { sorted, calls } = await indexed({
    accounts: [account('gone', ['root', 'x', 'y']), account('there', ['root', 'x'])],
    entitlements: { gone: 404, there: [told('root', true), told('x')] },
  })
  await poll(async () => (await sorted()).yes).toEqual(['gone', 'there'])
  expect(calls[0]).toBe('gone')
})

test('an account that the tenant fails at does not hold up the others', async () => {
  const { sorted, state } = await indexed({
    accounts: [account('broken', ['a', 'b', 'c']), account('fine', ['root'])],
    entitlements: { broken: 500, fine: [told('root', true)] },
  })
  await poll(sorted).toEqual({ yes: ['fine'], no: [], unknown: ['broken'] })
  expect(await state()).toMatchObject({ complete: false, unknown: 1, known: 1, total: 4 })
})

test('of a source without schemas nothing is false, though what is privileged is found', async () => {
  for (const schema of ['none', 404, 403] as const) {
    const { sorted, state } = await indexed({
      accounts: [account('a', ['root']), account('b', ['x']), account('none', [])],
      entitlements: { a: [told('root', true)], b: [told('x')] },
      schema,
    })
    await poll(sorted).toEqual({ yes: ['a'], no: ['none'], unknown: ['b'] })
    expect((await state())?.complete).toBe(false)
    expect((await state())?.problem).toBe(schema === 403 ? 'No schemas for you.' : null)
  }
})

test('where an account has more than its attributes show, no other of the source is called harmless', async () => {
  const { sorted } = await indexed({
    accounts: [account('a', ['x']), account('b', ['x']), account('none', [])],
    entitlements: { a: [told('x'), told('root', true, 'hidden')], b: [told('x')] },
  })
  await poll(sorted).toEqual({ yes: [], no: ['none'], unknown: ['a', 'b'] })
})

test('a value that is none of the entitlements is no privilege, once that was seen twice', async () => {
  const { sorted, calls } = await indexed({
    accounts: [account('a', ['x', 'stale'])],
    entitlements: { a: [told('x')] },
  })
  await poll(sorted).toEqual({ yes: [], no: ['a'], unknown: [] })
  expect(calls.length).toBeGreaterThan(1)
})

test('an attribute that no schema names is learnt from the entitlements themselves', async () => {
  const { sorted } = await indexed({
    accounts: [
      { id: 'a', sourceId: 's1', hasEntitlements: true, attributes: { roles: ['admin'] } },
      { id: 'b', sourceId: 's1', hasEntitlements: true, attributes: { roles: ['user'] } },
    ],
    entitlements: { a: [told('admin', true, 'roles')], b: [told('user', false, 'roles')] },
  })
  await poll(sorted).toEqual({ yes: ['a'], no: ['b'], unknown: [] })
})

test('what the tenant failed at is asked for again at once when somebody looks again', async () => {
  const tenant: Tenant = { accounts: [account('a', ['root'])], entitlements: { a: 503 } }
  const { sorted, state, url } = await indexed(tenant)
  await poll(async () => (await state())?.known).toBe(0)
  await poll(sorted).toEqual({ yes: [], no: [], unknown: ['a'] })
  tenant.entitlements.a = [told('root', true)]
  await poll(async () => {
    await fetch(`${url}/api/console/index/refresh`, { method: 'POST' })
    return sorted()
  }).toEqual({ yes: ['a'], no: [], unknown: [] })
  expect((await state())?.problem).toBe(null)
})
