import { expect, test } from 'vitest'

import { expectContract } from '../contract-check.ts'
import { givenAccount, givenFile, givenIdentity, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

type Account = { nativeIdentity: string }

async function tenantWithFile(options: Parameters<typeof startTenant>[0] = {}, threshold = 0) {
  const tenant = await startTenant(options)
  const source = await givenFile(tenant.db, { delete_threshold: threshold })
  const load = (content: string | Buffer, id = source.id) => {
    const payload = new FormData()
    payload.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'accounts.csv')
    return tenant.call(`/sources/${id}/load-accounts`, { method: 'POST', payload })
  }
  const accounts = async (): Promise<Account[]> =>
    (await tenant.call('/accounts?sorters=nativeIdentity')).json()
  const names = async () => (await accounts()).map(({ nativeIdentity }) => nativeIdentity)
  return { ...tenant, source, load, accounts, names }
}

test('a file is aggregated: accounts with owners and entitlements', async () => {
  const { db, load, ended, accounts } = await tenantWithFile()
  const ines = await givenIdentity(db, 'ines')
  const file =
    '\uFEFFuid,name,mail,groups,IIQDisabled\r\n' +
    'B1,"Moreau, Ines",INES@example.com,a|b,\r\n' +
    'B2,"Said ""Omar""",omar@else.com,a,true\r\n'
  const answer = await load(file)
  expect(answer.statusCode).toBe(202)
  expectContract('LoadAccountsTask', answer.json())
  expect(answer.json()).toMatchObject({ success: true, task: { completionStatus: null } })
  const task = await ended(answer.json().task.id)
  expect(task).toMatchObject({
    completionStatus: 'SUCCESS',
    attributes: { created: 2, deleted: 0 },
  })
  expect(await accounts()).toMatchObject([
    {
      nativeIdentity: 'B1',
      name: 'Moreau, Ines',
      identityId: ines.id,
      uncorrelated: false,
      disabled: false,
      hasEntitlements: true,
      origin: 'AGGREGATED',
      attributes: { groups: ['a', 'b'] },
    },
    { nativeIdentity: 'B2', name: 'Said "Omar"', uncorrelated: true, disabled: true },
  ])
})

test('the next file changes, adds and removes, and leaves alone what is the same', async () => {
  const { load, ended, accounts, names } = await tenantWithFile()
  await ended((await load('uid,name\nB1,One\nB2,Two\nB3,Three\n')).json().task.id)
  const [before] = await accounts()
  const task = await ended((await load('uid,name\nB1,One\nB2,Zwei\nB4,Four\n')).json().task.id)
  expect(task.attributes).toMatchObject({ total: 3, created: 1, updated: 1, deleted: 1 })
  expect(await names()).toEqual(['B1', 'B2', 'B4'])
  expect((await accounts())[0]).toEqual(before)
  expect((await accounts())[1]).toMatchObject({ name: 'Zwei' })
})

test('an uncorrelated account finds its owner at a later aggregation', async () => {
  const { db, load, ended, accounts, call } = await tenantWithFile()
  const file = 'uid,mail\nB1,ines@example.com\n'
  await ended((await load(file)).json().task.id)
  const ines = await givenIdentity(db, 'ines')
  await ended((await load(file)).json().task.id)
  expect(await accounts()).toMatchObject([{ identityId: ines.id, uncorrelated: false }])
  expect((await call('/identities?defaultFilter=NONE')).json()).toHaveLength(1)
})

test('a file that would remove more than the threshold removes nothing, and warns', async () => {
  const { load, ended, names } = await tenantWithFile({}, 50)
  await ended((await load('uid\nB1\nB2\nB3\n')).json().task.id)
  const task = await ended((await load('uid\nB1\n')).json().task.id)
  expect(task).toMatchObject({
    completionStatus: 'WARNING',
    messages: [{ type: 'WARN', localizedText: { message: expect.stringContaining('2 of 3') } }],
  })
  expect(await names()).toEqual(['B1', 'B2', 'B3'])
  expect((await ended((await load('uid\nB1\nB2\n')).json().task.id)).completionStatus).toBe(
    'SUCCESS',
  )
  expect(await names()).toEqual(['B1', 'B2'])
})

const utf16 = Buffer.from('\uFEFFuid,name\nB1,One\n', 'utf16le')
test.each([
  ['without the identity column', 'id,name\nB1,One\n', 'no column uid'],
  ['with an id twice', 'uid,name\nB1,One\nB2,Two\nB1,Three\n', 'Line 4: uid B1 stands in line 2'],
  ['with an empty id', 'uid,name\n,One\n', 'Line 2: uid is empty'],
  ['with an open quote', 'uid,name\nB1,"One\nB2,Two\n', 'a quote is not closed'],
  ['with a short row', 'uid,name\nB1\n', 'Line 2: the row has another number'],
  ['with a column twice', 'uid,uid\nB1,B2\n', 'the column uid occurs twice'],
  ['that is empty', '', 'holds no accounts'],
  ['of a header alone', 'uid,name\n', 'holds no accounts'],
  ['in UTF-16', utf16, 'UTF-16'],
  ['in UTF-16 without a mark', utf16.subarray(2), 'UTF-16'],
  ['in Latin-1', Buffer.from('uid,name\nB1,In\xe9s\n', 'latin1'), 'not UTF-8'],
])('a file %s is refused, and nothing changes', async (_what, file, text) => {
  const { db, load, ended, names } = await tenantWithFile()
  await ended((await load('uid,name\nB0,Zero\n')).json().task.id)
  expectRefusal(await load(file), 400, text)
  expect(await names()).toEqual(['B0'])
  expect(await db.selectFrom('target_account').select('native_identity').execute()).toEqual([
    { native_identity: 'B0' },
  ])
  expect(await db.selectFrom('task').select('id').execute()).toHaveLength(1)
})

test.each([['uid\n'], ['uid\n"']])(
  'a file over the limit is refused and says the limit',
  async (start) => {
    const { db, load } = await tenantWithFile({ maxUploadBytes: 100_000 })
    const rows = Array.from({ length: 50_000 }, (_, number) => `B${number}`).join('\n')
    expectRefusal(await load(start + rows), 400, 'larger than 100000 bytes')
    expect(await db.selectFrom('target_account').selectAll().execute()).toEqual([])
  },
)

test('an unknown source, a source of the tenant and a file for a connector are refused', async () => {
  const { db, call, load } = await tenantWithFile()
  const direct = await givenSource(db)
  const own = await givenSource(db, { name: 'IdentityNow', internal: 1 })
  expectRefusal(await load('uid\nB1\n', 'nobody'), 404, 'nobody')
  expectRefusal(await load('uid\nB1\n', direct.id), 400, 'takes no file')
  expectRefusal(await load('uid\nB1\n', own.id), 400, 'IdentityNow')
  expectRefusal(await call('/sources/nobody/load-accounts', { method: 'POST' }), 404, 'nobody')
})

test('while one aggregation has not ended, another answers so and changes nothing', async () => {
  const { db, load } = await tenantWithFile({ taskMs: 60_000 })
  const first = await load('uid\nB1\n')
  const second = await load('uid\nB2\n')
  expect(second.statusCode).toBe(202)
  expectContract('LoadAccountsTask', second.json())
  expect(second.json()).toMatchObject({
    success: false,
    task: { id: first.json().task.id, messages: [{ type: 'ERROR' }] },
  })
  const targets = await db.selectFrom('target_account').select('native_identity').execute()
  expect(targets).toEqual([{ native_identity: 'B1' }])
})

test('a direct source is read by its connector', async () => {
  const { db, call, ended, account } = await startTenant()
  const source = await givenSource(db)
  const id = await givenAccount(db, source, { uid: 'ines' })
  await db.updateTable('target_account').set({ locked: 1 }).execute()
  const answer = await call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
  expect(answer.statusCode).toBe(202)
  await ended(answer.json().task.id)
  expect(await account(id)).toMatchObject({ locked: true })
})

test('a form that cannot be read, or ends early, is refused', async () => {
  const { db, call, source } = await tenantWithFile()
  const url = `/sources/${source.id}/load-accounts`
  const send = (type: string, payload: string) =>
    call(url, { method: 'POST', headers: { 'content-type': type }, payload })
  expectRefusal(await send('multipart/form-data', 'abc'), 400, 'form cannot be read')
  expectRefusal(await send('multipart/form-data; boundary=x', 'abc'), 400, 'form cannot be read')
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
  const early = await send('multipart/form-data; boundary=x', `${head}uid\nB1\n`)
  expectRefusal(early, 400, 'ends in the middle')
  expect(await db.selectFrom('target_account').selectAll().execute()).toEqual([])
})

test('a file that does not come as a form is refused', async () => {
  const { db, call, source } = await tenantWithFile()
  for (const type of ['application/x-www-form-urlencoded', 'text/csv']) {
    const headers = { 'content-type': type }
    const url = `/sources/${source.id}/load-accounts`
    expectRefusal(await call(url, { method: 'POST', headers, payload: 'uid\nB1\n' }), 400, '')
  }
  expect(await db.selectFrom('task').selectAll().execute()).toEqual([])
})

test('an authoritative file brings people, whom its next aggregation finds again', async () => {
  const { db, load, ended, call, accounts, source } = await tenantWithFile()
  await db.updateTable('source').set({ authoritative: 1 }).where('id', '=', source.id).execute()
  const file = 'uid,name,mail,lastName\nE1,Ines Moreau,ines@example.com,Moreau\n'
  await ended((await load(file)).json().task.id)
  const [person] = (await call('/identities?filters=lastname+eq+%22moreau%22')).json()
  expectContract('Identity', person)
  expect(person).toMatchObject({
    name: 'Ines Moreau',
    emailAddress: 'ines@example.com',
    attributes: { email: 'ines@example.com', displayName: 'Ines Moreau' },
  })
  const [account] = await accounts()
  expect(account).toMatchObject({ identityId: person.id, uncorrelated: false })
  await db.deleteFrom('account').execute()
  await ended((await load(file)).json().task.id)
  expect(await accounts()).toMatchObject([{ identityId: person.id }])
})
