import { expect, test } from 'vitest'

import { givenAccount, givenFile } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

const whys = 'holds U\\+0000 or half a pair'

test.each(['/accounts/%00', '/identities/a%00b', '/sources/%00', '/task-status/%00'])(
  'there is nothing at %s',
  async (url) => {
    const { call } = await startTenant()
    expect((await call(url)).statusCode).toBe(404)
  },
)

test('a verification with such an id is not known', async () => {
  const { app, tokenOf } = await startTenant()
  const headers = { authorization: `Bearer ${await tokenOf('demo-admin')}` }
  const url = '/control/verifications/%00'
  const answer = await app.inject({ method: 'POST', url, headers, payload: { approved: true } })
  expect(answer.statusCode).toBe(404)
})

test.each(['/accounts', '/identities', '/sources', '/task-status'])(
  'a filter of %s that no text in the database can equal is refused',
  async (url) => {
    const { call } = await startTenant()
    const filters = encodeURIComponent('id eq "a\0b"')
    expectRefusal(await call(`${url}?filters=${filters}`), 400, whys)
  },
)

test.each([
  ['in a value', { uid: 'x\0' }],
  ['in a name', { uid: 'x', 'a\0': 'b' }],
  ['as half a pair', { uid: 'x', city: '\ud83d' }],
])('an account is not created with such text %s', async (_where, attributes) => {
  const { db, call, post } = await startTenant()
  const { id: sourceId } = await givenFile(db)
  expectRefusal(await post('/accounts', { attributes: { sourceId, ...attributes } }), 400, whys)
  expect((await call('/accounts')).json()).toEqual([])
})

test('a whole pair is text like any other', async () => {
  const { db, call, post, ended } = await startTenant()
  const { id: sourceId } = await givenFile(db)
  const attributes = { sourceId, uid: 'x', city: '\u{1f600}' }
  await ended((await post('/accounts', { attributes })).json().id)
  expect((await call('/accounts')).json()).toMatchObject([{ attributes: { city: '\u{1f600}' } }])
})

test('a body that is nested without end is refused, and the tenant goes on', async () => {
  const { db, call } = await startTenant()
  const id = await givenAccount(db, await givenFile(db), { uid: 'ines' })
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const answer = await call(`/accounts/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    payload: `{"attributes":{"a":${deep}}}`,
  })
  expectRefusal(answer, 400, 'nested deeper than 100')
  expect((await call(`/accounts/${id}`)).statusCode).toBe(200)
})
