import { expect, onTestFinished, test } from 'vitest'

import { lastingDatabase } from '../database/testing.ts'
import { notPersonService } from './domain/not-persons.ts'
import { openConsoleDatabase } from './store/database.ts'
import { createPeers } from './store/peers.ts'
import { startConsole } from './testing/console-server.ts'
import { json, startUpstream } from './testing/upstream-server.ts'

type Row = Record<string, unknown> & { id: string }

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

/** A tenant with these accounts, of which a test may change what it answers. */
async function tenantOf(rows: Row[]) {
  const state = { rows }
  const upstream = await startUpstream({
    token: (_request, response) => {
      const claims = Buffer.from(JSON.stringify({ user_name: 'amy' })).toString('base64url')
      json(response, 200, { access_token: `e30.${claims}.signed-1`, expires_in: 700 })
    },
    handler: (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://tenant')
      const one = /^\/v2024\/accounts\/(.+)$/.exec(pathname)?.[1]
      if (one !== undefined) {
        const found = state.rows.find(({ id }) => id === one)
        return json(response, found ? 200 : 404, found ?? { messages: [{ text: 'No such.' }] })
      }
      const all = pathname === '/v2024/accounts' ? state.rows : []
      const offset = Number(searchParams.get('offset') ?? 0)
      const page = all.slice(offset, offset + Number(searchParams.get('limit') ?? 250))
      response.setHeader('X-Total-Count', String(all.length))
      json(response, 200, searchParams.get('filters')?.startsWith('modified') ? [] : page)
    },
  })
  return { upstream, state }
}

async function consoleAt(baseUrl: string, database: string) {
  const { url, app } = await startConsole({
    baseUrl,
    database,
    index: { database: ':memory:', pause: { poll: 60_000, retry: () => 60_000 } },
  })
  const call = async (method: string, path: string) => {
    const answer = await fetch(`${url}/api/console/uncorrelated${path}`, { method })
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : undefined }
  }
  await expect
    .poll(async () => (await call('GET', '')).body.index.complete, { timeout: 20_000 })
    .toBe(true)
  return {
    app,
    /** Reads an account, so that the copy learns what the tenant says of it. */
    look: (id: string) => fetch(`${url}/api/v2024/accounts/${id}`),
    mark: (id: string) => call('PUT', `/not-persons/${encodeURIComponent(id)}`),
    putBack: (id: string) => call('DELETE', `/not-persons/${encodeURIComponent(id)}`),
    marked: async (query = '') => (await call('GET', `/not-persons${query}`)).body,
    ids: async (query = '') => {
      const { body } = await call('GET', query)
      return { ids: body.items.map((item: { account: Row }) => item.account.id), total: body.total }
    },
  }
}

async function stage(rows: Row[]) {
  const { upstream, state } = await tenantOf(rows)
  return { upstream, state, bench: await consoleAt(upstream.url, await lastingDatabase()) }
}

const text = (message: RegExp) => ({
  messages: expect.arrayContaining([
    expect.objectContaining({ text: expect.stringMatching(message) }),
  ]),
})

test('a marked account leaves the list with who marked it and when, and comes back', async () => {
  const { bench } = await stage([account('a'), account('b'), account('c')])
  const { status, body } = await bench.mark('b')

  expect(status).toBe(200)
  expect(body).toMatchObject({ account: { id: 'b', nativeIdentity: 'CN=b' }, markedBy: 'amy' })
  expect(Math.abs(Date.parse(body.markedAt) - Date.now())).toBeLessThan(60_000)
  expect(await bench.ids()).toEqual({ ids: ['a', 'c'], total: 2 })
  expect(await bench.ids('?limit=1&offset=1')).toEqual({ ids: ['c'], total: 2 })
  expect(await bench.marked()).toEqual({ items: [body], total: 1, partial: false })

  expect(await bench.putBack('b')).toEqual({ status: 204, body: undefined })
  expect(await bench.ids()).toEqual({ ids: ['a', 'b', 'c'], total: 3 })
  expect(await bench.putBack('b')).toMatchObject({ status: 404, body: text(/not marked/) })
})

test('marks outlive a restart, and are those of one tenant', async () => {
  const { upstream } = await tenantOf([account('a'), account('b')])
  const database = await lastingDatabase()
  const first = await consoleAt(upstream.url, database)
  await first.mark('a')
  await first.app.close()

  const second = await consoleAt(upstream.url, database)
  expect(await second.ids()).toEqual({ ids: ['b'], total: 1 })
  await second.app.close()

  const elsewhere = await tenantOf([account('a'), account('b')])
  const third = await consoleAt(elsewhere.upstream.url, database)
  expect(await third.ids()).toEqual({ ids: ['a', 'b'], total: 2 })
})

test('a mark ends when the account has found an owner, and does not come back with it', async () => {
  const { bench, state } = await stage([account('a'), account('b')])
  await bench.mark('a')
  state.rows = [account('a', { uncorrelated: false, identityId: 'ada' }), account('b')]
  await bench.look('a')
  expect(await bench.marked()).toMatchObject({ items: [], total: 0 })

  state.rows = [account('a'), account('b')]
  await bench.look('a')
  expect(await bench.ids()).toEqual({ ids: ['a', 'b'], total: 2 })
})

test('an account that went and came back under another id is still marked', async () => {
  const { bench, state } = await stage([account('a'), account('b')])
  await bench.mark('a')
  state.rows = [account('b'), account('new', { nativeIdentity: 'CN=a' })]
  await bench.look('a')
  expect(await bench.marked()).toMatchObject({ items: [], total: 0 })
  await bench.look('new')

  expect(await bench.ids()).toEqual({ ids: ['b'], total: 1 })
  expect(await bench.marked()).toMatchObject({ items: [{ account: { id: 'new' } }] })
  expect(await bench.putBack('new')).toMatchObject({ status: 204 })
  expect(await bench.ids()).toEqual({ ids: ['b', 'new'], total: 2 })
})

test('the same native identity on another source is another account', async () => {
  const other = account('other', { nativeIdentity: 'CN=a', sourceId: 's2' })
  const { bench } = await stage([account('a'), other])
  await bench.mark('a')
  expect(await bench.ids()).toEqual({ ids: ['other'], total: 1 })
})

test('an unknown account is 404 and one that has an owner 409; neither is marked', async () => {
  const owned = account('owned', { uncorrelated: false, identityId: 'ada' })
  const { bench } = await stage([account('a'), owned])
  expect(await bench.mark('nobody')).toMatchObject({ status: 404, body: text(/no such account/) })
  expect(await bench.mark('owned')).toMatchObject({ status: 409, body: text(/belongs to/) })
  expect(await bench.marked()).toMatchObject({ total: 0 })
})

test('marked twice it is marked once, by who did it first', async () => {
  const { bench } = await stage([account('a')])
  const first = await bench.mark('a')
  expect(await bench.mark('a')).toEqual(first)
  expect(await bench.marked()).toMatchObject({ total: 1 })
})

test('more marks than one question takes are left out, whatever their native identities hold', async () => {
  const odd = ['"', '\\', ')', ' or 1 eq 1', 'x'.repeat(2000), '\u202E', "'"]
  const rows = Array.from({ length: 140 }, (_, n) =>
    account(String(n).padStart(4, '0'), { nativeIdentity: `${odd[n % odd.length]}${n}` }),
  )
  const { bench } = await stage(rows)
  for (const { id } of rows.slice(0, 120)) await bench.mark(id)
  expect((await bench.ids('?limit=100')).total).toBe(20)
  expect(await bench.marked('?limit=50&offset=100')).toMatchObject({ total: 120 })
})

test('a mark of an account that is gone is kept for 180 days, and for as long as the copy is not whole', async () => {
  const db = await openConsoleDatabase(await lastingDatabase())
  onTestFinished(() => db.destroy())
  let isComplete = true
  let time = 0
  const shown = {
    id: 'a',
    name: 'a',
    displayName: '',
    nativeIdentity: 'CN=a',
    sourceId: 's1',
    sourceName: '',
    isMachine: false,
    authoritative: false,
  }
  let isThere = true
  const accounts = {
    isComplete: () => isComplete,
    account: async () => ({ shown, uncorrelated: true }),
    marked: async (marks: Parameters<Parameters<typeof notPersonService>[1]['marked']>[0]) =>
      isThere
        ? marks.map((mark) => ({
            mark,
            account: { shown, uncorrelated: true },
            ord: 1,
            isOwned: false,
          }))
        : [],
  }
  const service = notPersonService(db, accounts, createPeers(console), () => time)
  await service.mark({ tenant: 't', operator: 'amy' }, 'a')
  const count = async () => {
    isThere = true
    return (await service.current('t')).length
  }
  const look = async (days: number) => {
    isThere = false
    time = days * 86_400_000
    await service.current('t')
  }
  await look(179)
  expect(await count()).toBe(1)
  isComplete = false
  await look(181)
  expect(await count()).toBe(1)
  isComplete = true
  await look(181)
  expect(await count()).toBe(0)
})
