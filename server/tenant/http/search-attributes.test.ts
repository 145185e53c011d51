import { expect, test } from 'vitest'

import { givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

const path = '/accounts/search-attribute-config'

async function start() {
  const tenant = await startTenant()
  const source = await givenSource(tenant.db)
  const given = (name: string, more: object = {}) =>
    tenant.post(path, { name, applicationAttributes: { [source.id]: 'mail' }, ...more })
  return { ...tenant, source, given }
}

test('a second attribute of the same name is refused, whatever its case', async () => {
  const { given, call } = await start()
  expect((await given('workMail')).statusCode).toBe(202)
  expectRefusal(await given('WORKMAIL'), 400, 'WORKMAIL already')
  expect((await call(path)).json()).toHaveLength(1)
})

test.each([
  ['no name', {}, 400, 'needs a name'],
  ['a blank name', { name: '  ' }, 400, 'needs a name'],
  ['a source that does not exist', { applicationAttributes: { nobody: 'mail' } }, 404, 'nobody'],
  ['an attribute that is no text', { applicationAttributes: { s: 7 } }, 400, 'Attributes/s'],
  ['attributes that are a list', { applicationAttributes: [] }, 400, 'applicationAttributes'],
  ['a display name that is no text', { displayName: 7 }, 400, 'displayName'],
])('%s is refused, and nothing is stored', async (what, body, status, text) => {
  const { post, call } = await start()
  const name = what.endsWith('name') && !('displayName' in body) ? {} : { name: 'workMail' }
  expectRefusal(await post(path, { ...name, ...body }), status, text)
  expect((await call(path)).json()).toEqual([])
})

test('a name that is not configured is read as 204, and cannot be changed or deleted', async () => {
  const { call, patch } = await start()
  const answer = await call(`${path}/nothing`)
  expect([answer.statusCode, answer.body]).toEqual([204, ''])
  const operations = [{ op: 'replace', path: '/displayName', value: 'x' }]
  expectRefusal(await patch(`${path}/nothing`, operations), 404, 'nothing')
  expectRefusal(await call(`${path}/nothing`, { method: 'DELETE' }), 404, 'nothing')
})

test.each([
  ['a field that there is not', { op: 'add', path: '/colour', value: 'red' }, 400, 'colour'],
  ['taking the name away', { op: 'remove', path: '/name' }, 400, 'needs a name'],
  ['the name of another', { op: 'replace', path: '/name', value: 'PHONE' }, 400, 'PHONE already'],
  [
    'a source that does not exist',
    { op: 'add', path: '/applicationAttributes/nobody', value: 'mail' },
    404,
    'nobody',
  ],
])('a patch with %s is refused, and leaves the attribute', async (_, operation, status, text) => {
  const { given, patch, call } = await start()
  await given('workMail')
  await given('phone')
  const before = (await call(`${path}/workMail`)).json()
  const whole = [{ op: 'replace', path: '/displayName', value: 'Changed' }, operation]
  expectRefusal(await patch(`${path}/workMail`, whole), status, text)
  expect((await call(`${path}/workMail`)).json()).toEqual(before)
})

test('a patch renames, and adds and takes away sources', async () => {
  const { db, given, patch, call, source } = await start()
  const other = await givenSource(db, { name: 'Other' })
  await given('workMail')
  const answer = await patch(`${path}/workMail`, [
    { op: 'replace', path: '/name', value: 'mailbox' },
    { op: 'add', path: `/applicationAttributes/${other.id}`, value: 'email' },
    { op: 'remove', path: `/applicationAttributes/${source.id}` },
  ])
  const wanted = {
    name: 'mailbox',
    displayName: 'workMail',
    applicationAttributes: { [other.id]: 'email' },
  }
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual(wanted)
  expect((await call(path)).json()).toEqual([wanted])
  expect((await call(`${path}/workMail`)).statusCode).toBe(204)
})

test('the list is in the order of the names, a page at a time', async () => {
  const { given, call } = await start()
  for (const name of ['phone', 'Mail', 'address']) await given(name)
  const names = async (query: string) =>
    (await call(`${path}${query}`)).json().map(({ name }: { name: string }) => name)
  expect(await names('')).toEqual(['address', 'Mail', 'phone'])
  expect(await names('?limit=1&offset=1')).toEqual(['Mail'])
  expect(await names('?offset=3')).toEqual([])
  expectRefusal(await call(`${path}?limit=251`), 400, 'limit')
})

test('a deleted attribute is gone, and its name is free again', async () => {
  const { given, call } = await start()
  await given('workMail')
  const answer = await call(`${path}/workMail`, { method: 'DELETE' })
  expect([answer.statusCode, answer.body]).toEqual([204, ''])
  expect((await given('workMail')).statusCode).toBe(202)
})
