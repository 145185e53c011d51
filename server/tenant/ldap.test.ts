import { Client } from 'ldapts'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'

import { ldapConnector } from './domain/connectors/ldap/ldap.ts'
import {
  awkward,
  base,
  companyLdif,
  dnOf,
  isIn,
  mailOf,
  PEOPLE,
  people,
} from './testing/directory.ts'
import { givenIdentity } from './testing/given.ts'
import {
  accountOf,
  aggregate,
  ALL,
  countOf,
  replace,
  sourceOf,
  tell,
  textOf,
  timeouts,
} from './testing/ldap-tenant.ts'
import { hasSlapd, startSlapd, type Slapd } from './testing/slapd.ts'
import { openTenant, type TestTenant } from './testing/tenant.ts'

if (!hasSlapd) process.stdout.write('slapd is not installed: no test asks a real directory.\n')

describe.skipIf(!hasSlapd)('with a directory of 240 people', () => {
  let slapd: Slapd
  let tenant: TestTenant
  afterAll(() => slapd.close())

  beforeAll(async () => {
    slapd = await startSlapd(companyLdif())
    tenant = await openTenant({ ldap: slapd.settings(), ldapTimeouts: timeouts })
    await givenIdentity(tenant.db, 'user7')
    await tenant.db
      .updateTable('identity')
      .set({ email: mailOf(7), email_key: mailOf(7) })
      .execute()
    const { id } = await sourceOf(tenant)
    await tenant.call(`/sources/${id}/load-accounts`, { method: 'POST' })
    const done = () => tenant.call('/task-status').then((answer) => answer.json()[0])
    await vi.waitFor(async () => expect((await done()).completionStatus).not.toBeNull(), 10_000)
    expect(await done()).toMatchObject({
      completionStatus: 'SUCCESS',
      attributes: { total: ALL, created: ALL, updated: 0, deleted: 0 },
    })
  })
  afterAll(() => tenant.close())

  test('every entry is an account, and the group that names it an entitlement', async () => {
    expect(await countOf(tenant)).toBe(ALL)
    const account = await accountOf(tenant, dnOf(7))
    expect(account).toMatchObject({
      name: 'user7',
      sourceName: 'Company directory',
      disabled: false,
      locked: false,
      hasEntitlements: true,
      uncorrelated: false,
      attributes: { dn: dnOf(7), mail: mailOf(7), groups: [`cn=team7,ou=groups,${base}`] },
    })
    const entitlements = (await tenant.call(`/accounts/${account.id}/entitlements`)).json()
    expect(entitlements).toMatchObject([
      {
        attribute: 'groups',
        value: `cn=team7,ou=groups,${base}`,
        name: 'team7',
        description: 'The people of team7',
      },
    ])
    const members = await tenant.db
      .selectFrom('account_entitlement')
      .innerJoin('entitlement', 'entitlement.id', 'account_entitlement.entitlement_id')
      .select('account_id')
      .where('entitlement.name', '=', 'team7')
      .execute()
    const numbers = Array.from({ length: PEOPLE }, (_, number) => number)
    expect(members).toHaveLength(numbers.filter(isIn(7)).length)
  })

  test('an account whose mail nobody has stays uncorrelated', async () => {
    expect(await accountOf(tenant, dnOf(8))).toMatchObject({ uncorrelated: true })
  })

  test('several values stay a list, a picture is left out', async () => {
    const { attributes } = await accountOf(tenant, dnOf(1))
    expect(attributes.telephoneNumber).toEqual(['+1 1', '+1 2'])
    const pictured = await accountOf(tenant, dnOf(2))
    expect(await slapd.entry(dnOf(2))).toHaveProperty('jpegPhoto')
    expect(pictured.attributes).not.toHaveProperty('jpegPhoto')
  })

  test('no password is read, and that of the tenant is not stored', async () => {
    const tables = ['account', 'source', 'setting', 'task', 'entitlement', 'identity'] as const
    for (const table of tables) {
      const rows = JSON.stringify(await tenant.db.selectFrom(table).selectAll().execute())
      expect(rows).not.toMatch(/userPassword|user7-secret|admin-secret/)
    }
  })

  test.each(awkward)('an entry with an awkward name is switched: $cn', async ({ uid, cn }) => {
    const filters = encodeURIComponent(`name eq "${uid}"`)
    const [account] = (await tenant.call(`/accounts?filters=${filters}`)).json()
    expect(account.attributes).toMatchObject({ cn, groups: [`cn=awkward,ou=groups,${base}`] })
    const done = await tell(tenant, account.nativeIdentity, 'disable')
    expect(done).toMatchObject({ completionStatus: 'SUCCESS' })
    const entry = await slapd.entry(account.nativeIdentity)
    expect(entry).toMatchObject({ uid, pwdAccountLockedTime: '000001010000Z' })
    const again = await tell(tenant, account.nativeIdentity, 'reload')
    expect(again).toMatchObject({ completionStatus: 'SUCCESS' })
    expect(await accountOf(tenant, account.nativeIdentity)).toMatchObject({
      disabled: true,
      attributes: { groups: [`cn=awkward,ou=groups,${base}`] },
    })
  })

  test('an account that is disabled and enabled is so in the directory', async () => {
    const login = () => passwordIsTaken(slapd.url, dnOf(10), 'user10-secret')
    expect(await login()).toBe(true)
    await tell(tenant, dnOf(10), 'disable')
    expect(await slapd.entry(dnOf(10))).toMatchObject({ pwdAccountLockedTime: '000001010000Z' })
    expect(await accountOf(tenant, dnOf(10))).toMatchObject({ disabled: true, locked: false })
    expect(await login()).toBe(false)
    await tell(tenant, dnOf(10), 'enable')
    expect(await slapd.entry(dnOf(10))).not.toHaveProperty('pwdAccountLockedTime')
    expect(await accountOf(tenant, dnOf(10))).toMatchObject({ disabled: false, locked: false })
    expect(await login()).toBe(true)
  })

  test('who locked themselves out is seen by a reload, and let in again by an unlock', async () => {
    const login = (password: string) => passwordIsTaken(slapd.url, dnOf(11), password)
    for (const wrong of ['a', 'b']) await login(wrong)
    expect(await login('user11-secret')).toBe(false)
    await tell(tenant, dnOf(11), 'reload')
    expect(await accountOf(tenant, dnOf(11))).toMatchObject({ disabled: false, locked: true })
    const unlocked = await tell(tenant, dnOf(11), 'unlock')
    expect(unlocked).toMatchObject({ completionStatus: 'SUCCESS' })
    expect(await accountOf(tenant, dnOf(11))).toMatchObject({ disabled: false, locked: false })
    const entry = await slapd.entry(dnOf(11))
    expect(entry).not.toHaveProperty('pwdAccountLockedTime')
    expect(entry).not.toHaveProperty('pwdFailureTime')
    expect(await login('user11-secret')).toBe(true)
  })

  test('an unlock does not let in who was disabled', async () => {
    await tell(tenant, dnOf(12), 'disable')
    await tell(tenant, dnOf(12), 'unlock', { forceProvisioning: true })
    expect(await slapd.entry(dnOf(12))).toMatchObject({ pwdAccountLockedTime: '000001010000Z' })
    expect(await accountOf(tenant, dnOf(12))).toMatchObject({ disabled: true })
  })

  test('what one account is told is done in the order in which it was told', async () => {
    const { id } = await accountOf(tenant, dnOf(13))
    const tasks: string[] = []
    for (const action of ['disable', 'enable', 'disable', 'enable', 'disable']) {
      const answer = await tenant.post(`/accounts/${id}/${action}`, { forceProvisioning: true })
      tasks.push(answer.json().id)
    }
    for (const task of tasks) {
      expect(await tenant.ended(task)).toMatchObject({ completionStatus: 'SUCCESS' })
    }
    expect(await slapd.entry(dnOf(13))).toMatchObject({ pwdAccountLockedTime: '000001010000Z' })
    expect(await tenant.account(id)).toMatchObject({ disabled: true })
  })

  test('an Active Directory entry is switched by its own attributes', async () => {
    const dn = `cn=windows,${people}`
    const add = (client: Client) =>
      client.add(dn, {
        objectClass: ['user', 'extensibleObject'],
        cn: 'windows',
        sn: 'windows',
        sAMAccountName: 'windows',
        userAccountControl: '514',
        lockoutTime: '133',
        // What OpenLDAP's copy of the schema asks for beside.
        instanceType: '4',
        objectCategory: base,
        nTSecurityDescriptor: 'x',
      })
    await slapd.direct(add)
    onTestFinished(() => slapd.direct((client) => client.del(dn)))
    const settings = { userFilter: '(objectClass=user)', loginAttribute: 'sAMAccountName' }
    const connector = ldapConnector(slapd.settings(settings))
    onTestFinished(connector.close)
    expect(await connector.account(dn)).toMatchObject({ disabled: 1, locked: 1 })
    expect(await connector.change(dn, { disabled: 0 })).toMatchObject({ disabled: 0, locked: 1 })
    expect(await slapd.entry(dn)).toMatchObject({ userAccountControl: '512', lockoutTime: '133' })
    expect(await connector.change(dn, { disabled: 1, locked: 0 })).toMatchObject({
      disabled: 1,
      locked: 0,
    })
    expect(await slapd.entry(dn)).toMatchObject({ userAccountControl: '514', lockoutTime: '0' })
  })

  test('an entry that is gone cannot be disabled, and a reload removes its record', async () => {
    await slapd.direct((client) => client.del(dnOf(20)))
    const failed = await tell(tenant, dnOf(20), 'disable')
    expect(failed).toMatchObject({ completionStatus: 'ERROR' })
    expect(textOf(failed)).toBe(`${dnOf(20)} was not found on Company directory.`)
    const gone = await tell(tenant, dnOf(20), 'reload')
    expect(textOf(gone)).toMatch('its record was removed')
    expect(await accountOf(tenant, dnOf(20))).toBeUndefined()
  })

  test('an aggregation finds what others changed, and removes what is gone', async () => {
    await aggregate(tenant)
    await slapd.direct((client) => client.del(dnOf(21)))
    await slapd.modify(dnOf(22), replace('pwdAccountLockedTime', '20260101000000Z'))
    await slapd.modify(dnOf(23), replace('title', 'Head of sales'))
    await slapd.modify(`cn=team0,ou=groups,${base}`, replace('member', dnOf(0), dnOf(25)))
    const removed = [...Array(PEOPLE).keys()].filter(isIn(0)).length - 1
    const task = await aggregate(tenant)
    expect(task).toMatchObject({
      completionStatus: 'SUCCESS',
      attributes: { created: 0, updated: 2 + removed + 1, deleted: 1 },
    })
    expect(await accountOf(tenant, dnOf(21))).toBeUndefined()
    expect(await accountOf(tenant, dnOf(22))).toMatchObject({ locked: true, disabled: false })
    expect(await accountOf(tenant, dnOf(23))).toMatchObject({
      attributes: { title: 'Head of sales' },
    })
    expect(await accountOf(tenant, dnOf(8))).toMatchObject({ hasEntitlements: false })
    expect((await accountOf(tenant, dnOf(25))).attributes.groups).toEqual(
      [0, 1].map((team) => `cn=team${team},ou=groups,${base}`),
    )
    expect(await aggregate(tenant)).toMatchObject({ attributes: { updated: 0, deleted: 0 } })
  })

  test('an entry that is renamed, if only in its case, is one account under its new name', async () => {
    const renamed = `uid=USER60,${people}`
    await slapd.direct((client) => client.modifyDN(dnOf(60), 'uid=USER60'))
    await slapd.direct((client) => client.modifyDN(dnOf(61), 'uid=somebody'))
    const task = await aggregate(tenant)
    expect(task).toMatchObject({ completionStatus: 'SUCCESS', attributes: { deleted: 2 } })
    expect(await accountOf(tenant, renamed)).toMatchObject({ nativeIdentity: renamed })
    expect(await accountOf(tenant, `uid=somebody,${people}`)).toMatchObject({ name: 'somebody' })
    expect(await aggregate(tenant)).toMatchObject({ attributes: { created: 0, deleted: 0 } })
  })

  test('a part of the tree on another server is told of, the rest is read', async () => {
    const dn = `ou=elsewhere,${base}`
    const url = 'ldap://other.example/ou=elsewhere,dc=example,dc=org'
    await slapd.direct((client) =>
      client.add(dn, { objectClass: ['referral', 'extensibleObject'], ou: 'elsewhere', ref: url }),
    )
    const before = await countOf(tenant)
    const task = await aggregate(tenant)
    expect(task).toMatchObject({ completionStatus: 'SUCCESS', attributes: { deleted: 0 } })
    expect(textOf(task)).toMatch('ldap://other.example/ou=elsewhere')
    expect(await countOf(tenant)).toBe(before)
  })

  test('a drift leaves a real directory alone', async () => {
    const { id } = await sourceOf(tenant)
    const headers = { authorization: `Bearer ${await tenant.tokenOf('demo-admin')}` }
    const call = { method: 'POST', url: '/control/drift', headers } as const
    const all = await tenant.app.inject({ ...call, payload: { share: 1 } })
    expect(all.json()).toMatchObject({ sources: [] })
    const one = await tenant.app.inject({ ...call, payload: { sourceId: id } })
    expect(one.statusCode).toBe(400)
  })
})

async function passwordIsTaken(url: string, dn: string, password: string): Promise<boolean> {
  const client = new Client({ url, timeout: 5000 })
  try {
    await client.bind(dn, password)
    return true
  } catch {
    return false // the directory refused it, which is what was asked
  } finally {
    await client.unbind()
  }
}
