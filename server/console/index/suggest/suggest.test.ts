import { expect, test } from 'vitest'

import type { components } from '../../../../src/api/console-schema.d.ts'
import { startConsole } from '../../testing/console-server.ts'
import { newIndexPlace } from '../../testing/index-place.ts'
import { json, startUpstream } from '../../testing/upstream-server.ts'

type Answer = components['schemas']['UncorrelatedAccounts']
type Row = Record<string, unknown> & { id: string }

const person = (id: string, name: string, more: object = {}): Row => ({
  id,
  name,
  alias: name.toLowerCase().replaceAll(' ', '.'),
  emailAddress: `${id}@example.com`,
  ...more,
})
const people = [
  person('ada', 'Ada Lovelace', { attributes: { employeeNumber: '815' } }),
  person('jose', 'José García'),
  person('twin1', 'Max Muster', { emailAddress: 'max@example.com' }),
  person('twin2', 'Max Muster', { emailAddress: 'max@example.com' }),
  // The hidden identity of an uncorrelated account, which somebody has looked at.
  person('hidden', 'Garcia Jose'),
]

const account = (id: string, more: object = {}): Row => ({
  id,
  name: id,
  nativeIdentity: `CN=${id}`,
  sourceId: 's1',
  sourceName: 'Active Directory',
  identityId: `hidden of ${id}`,
  uncorrelated: true,
  systemAccount: false,
  attributes: {},
  ...more,
})
const accounts = [
  account('a1', { attributes: { mail: 'ADA@example.com', employeeID: 815 } }),
  account('a2', { identityId: 'hidden', attributes: { displayName: 'Garcia, Jose' } }),
  account('a3', { attributes: { mail: ['max@example.com'] } }),
  account('a4', { attributes: null }),
  account('owned', { uncorrelated: false, identityId: 'ada', attributes: { mail: 'x@x' } }),
  account('login', { systemAccount: true, attributes: { mail: 'ada@example.com' } }),
]

/** A console whose copy equals a tenant with these rows, or cannot be finished. */
async function consoleOf(rows: { accounts: Row[]; people: Row[] }, isBroken = false) {
  const upstream = await startUpstream({
    handler: (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://tenant')
      const all = { '/v2024/accounts': rows.accounts, '/v2024/identities': rows.people }[pathname]
      if (isBroken && pathname === '/v2024/identities') {
        return json(response, 403, { messages: [{ text: 'Not you.' }] })
      }
      const isWhole = searchParams.get('offset') === null || searchParams.get('offset') === '0'
      const items = isWhole && !searchParams.get('filters')?.startsWith('modified') ? all : []
      const given = searchParams.get('limit') === '0' ? [] : (items ?? [])
      response.setHeader('X-Total-Count', String(all?.length ?? 0))
      json(response, 200, given)
    },
  })
  const { get } = await startConsole({
    baseUrl: upstream.url,
    index: { ...(await newIndexPlace()), pause: { poll: 60_000, retry: () => 60_000 } },
  })
  const ask = async (query = ''): Promise<Answer> =>
    (await get(`/api/console/uncorrelated?${query}`)).json()
  await expect.poll(async () => (await ask()).index.complete, { timeout: 20_000 }).toBe(true)
  await expect
    .poll(
      async () => {
        const { identities } = await ask()
        return identities.complete || identities.problem !== null
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  return ask
}

const suggested = ({ items }: Answer) =>
  items.map(({ account: { id }, suggestions }) => [
    id,
    ...suggestions.map(({ identity, score }) => `${identity.id} ${score}`),
  ])

test('each uncorrelated account has its likely owners, and no others are listed', async () => {
  const ask = await consoleOf({ accounts, people })
  const answer = await ask()
  expect(suggested(answer)).toEqual([
    ['a1', 'ada 100'],
    ['a2', 'jose 50'],
    ['a3', 'twin1 60', 'twin2 60'],
    ['a4'],
  ])
  expect(answer.total).toBe(4)
  expect(answer.partial).toBe(false)
  expect(answer.items.map(({ isClear }) => isClear)).toEqual([true, false, false, false])
  expect(answer.items.map(({ isAmbiguous }) => isAmbiguous)).toEqual([false, false, true, false])
  expect(answer.items[0]?.suggestions[0]?.evidence).toEqual([
    { kind: 'employeeNumber', account: '815', identity: '815', similarity: 1 },
    { kind: 'email', account: 'ADA@example.com', identity: 'ada@example.com', similarity: 1 },
  ])
})

test('a window has its own accounts and the number of all', async () => {
  const ask = await consoleOf({ accounts, people })
  const answer = await ask('limit=1&offset=1')
  expect(suggested(answer)).toEqual([['a2', 'jose 50']])
  expect(answer.total).toBe(4)
})

test('where identities cannot be read the accounts are there, and said to be a part', async () => {
  const ask = await consoleOf({ accounts, people }, true)
  const answer = await ask()
  expect(suggested(answer)).toEqual([['a1'], ['a2'], ['a3'], ['a4']])
  expect(answer.partial).toBe(true)
  expect(answer.identities).toMatchObject({ complete: false, problem: 'Not you.' })
})

test('a tenant without uncorrelated accounts has an empty list that is whole', async () => {
  const ask = await consoleOf({ accounts: [account('owned', { uncorrelated: false })], people })
  expect(await ask()).toMatchObject({ items: [], total: 0, partial: false })
})
