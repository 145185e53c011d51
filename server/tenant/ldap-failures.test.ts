import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'

import type { LdapSettings } from '../lib/ldap-settings.ts'
import { ldapConnector } from './domain/connectors/ldap/ldap.ts'
import { lastingDatabase } from './testing/database.ts'
import { base, companyLdif, dnOf, readerDn, readerPassword } from './testing/directory.ts'
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
import { startTenant, type TestTenant } from './testing/tenant.ts'

describe.skipIf(!hasSlapd)('with a directory that fails', () => {
  let slapd: Slapd
  beforeAll(async () => {
    const limits = `limits dn.exact="${readerDn}" size.soft=100 size.hard=100 size.prtotal=100`
    slapd = await startSlapd(companyLdif(), { limits })
  })
  afterAll(() => slapd.close())

  const tenantFor = (change: Partial<LdapSettings> = {}, database?: string) =>
    startTenant({ ldap: slapd.settings(change), ldapTimeouts: timeouts, database })

  /** A start with other settings, of a tenant that has read the directory before. */
  async function afterOneGood(change: Partial<LdapSettings>) {
    const database = await lastingDatabase()
    const before = await tenantFor({}, database)
    expect(await aggregate(before)).toMatchObject({ completionStatus: 'SUCCESS' })
    await before.close()
    return tenantFor(change, database)
  }

  async function expectFailed(tenant: TestTenant, text: RegExp) {
    const task = await aggregate(tenant)
    expect(task).toMatchObject({ completionStatus: 'ERROR' })
    expect(textOf(task)).toMatch(text)
    expect(textOf(task)).not.toMatch(/secret/)
    expect(await sourceOf(tenant)).toMatchObject({
      healthy: false,
      status: 'SOURCE_STATE_FAILURE_SOURCE',
    })
    expect(await countOf(tenant)).toBe(ALL)
    expect(await stagedRows(tenant)).toBe(0)
  }

  async function expectGood(tenant: TestTenant) {
    expect(await aggregate(tenant)).toMatchObject({
      completionStatus: 'SUCCESS',
      attributes: { total: ALL, deleted: 0 },
    })
    expect(await sourceOf(tenant)).toMatchObject({
      healthy: true,
      status: 'SOURCE_STATE_HEALTHY',
    })
  }

  test('a directory that is down fails the task alone, and is read when it is back', async () => {
    const tenant = await tenantFor()
    await expectGood(tenant)
    await slapd.stop()
    onTestFinished(slapd.start)
    await expectFailed(tenant, /Company directory could not be reached: nothing listens/)
    const failed = await tell(tenant, dnOf(30), 'disable')
    expect(failed).toMatchObject({ completionStatus: 'ERROR' })
    expect(textOf(failed)).toMatch('ECONNREFUSED')
    expect(await accountOf(tenant, dnOf(30))).toMatchObject({ disabled: false })
    await slapd.start()
    await expectGood(tenant)
    expect(await tell(tenant, dnOf(30), 'disable')).toMatchObject({ completionStatus: 'SUCCESS' })
    await tell(tenant, dnOf(30), 'enable')
    await slapd.stop()
  })

  test('a directory that stops answering fails the task, and is read when it answers', async () => {
    const tenant = await tenantFor()
    await expectGood(tenant)
    slapd.freeze()
    onTestFinished(() => void slapd.thaw())
    await expectFailed(tenant, /could not be reached: it did not answer in time/)
    const started = await Promise.all(
      [...Array(30).keys()].map(async (number) => {
        const { id } = await accountOf(tenant, dnOf(100 + number))
        return (await tenant.post(`/accounts/${id}/disable`)).json().id
      }),
    )
    for (const id of started) {
      expect(await tenant.ended(id)).toMatchObject({ completionStatus: 'ERROR' })
    }
    slapd.thaw()
    await expectGood(tenant)
  })

  test('a directory that is cut off while a task waits for it fails the task', async () => {
    const tenant = await tenantFor()
    await expectGood(tenant)
    slapd.freeze()
    const { id } = await sourceOf(tenant)
    const load = await tenant.call(`/sources/${id}/load-accounts`, { method: 'POST' })
    const { id: taskId } = load.json().task
    const launched = async () => (await tenant.call(`/task-status/${taskId}`)).json().launched
    await expect.poll(launched).not.toBeNull()
    await slapd.cut()
    const task = await tenant.ended(taskId)
    await slapd.start()
    expect(task).toMatchObject({ completionStatus: 'ERROR' })
    expect(textOf(task)).toMatch(/the connection was cut|nothing listens/)
    expect(await countOf(tenant)).toBe(ALL)
    await expectGood(tenant)
  })

  test('a search that is cut between two pages fails, and does not just end', async () => {
    const connector = ldapConnector(slapd.settings(), timeouts)
    onTestFinished(connector.close)
    const pages = connector.read()[Symbol.asyncIterator]()
    for (;;) {
      const { value } = await pages.next()
      if (value?.accounts) break
    }
    await slapd.cut()
    await expect(pages.next()).rejects.toThrow('the connection was cut')
    await slapd.start()
  })

  test('a wrong password fails the task and changes nothing', async () => {
    const tenant = await afterOneGood({ password: 'wrong-secret' })
    await expectFailed(tenant, /does not accept the name or the password .*LDAP error code 49/)
  })

  test('a reader who is given only some of the entries removes no account', async () => {
    const tenant = await afterOneGood({ bindDn: readerDn, password: readerPassword })
    await expectFailed(tenant, /size limit .*LDAP error code 4\b/)
  })

  test('a reader who may not write fails the task, and the record stays as it was', async () => {
    const tenant = await startTenant({
      ldap: slapd.settings({
        bindDn: readerDn,
        password: readerPassword,
        userFilter: '(uid=user5*)',
      }),
    })
    expect(await aggregate(tenant)).toMatchObject({ completionStatus: 'SUCCESS' })
    const failed = await tell(tenant, dnOf(50), 'disable')
    expect(failed).toMatchObject({ completionStatus: 'ERROR' })
    expect(textOf(failed)).toMatch(/does not allow the tenant to do that \(LDAP error code 50/)
    expect(await accountOf(tenant, dnOf(50))).toMatchObject({ disabled: false })
    expect(await slapd.entry(dnOf(50))).not.toHaveProperty('pwdAccountLockedTime')
  })

  test('a base that is not there fails the task and removes no account', async () => {
    const tenant = await afterOneGood({ baseDn: `ou=nowhere,${base}` })
    await expectFailed(tenant, /has no such entry \(LDAP error code 32/)
  })

  test('a reader who sees no entry at all removes no account, and the task warns', async () => {
    const tenant = await afterOneGood({ userFilter: '(uid=nobody)' })
    const task = await aggregate(tenant)
    expect(task).toMatchObject({ completionStatus: 'WARNING', attributes: { deleted: 0 } })
    expect(textOf(task)).toMatch('delete threshold of 10 percent')
    expect(await countOf(tenant)).toBe(ALL)
  })

  test('a source whose directory is no longer named keeps its accounts and says so', async () => {
    const database = await lastingDatabase()
    const before = await tenantFor({}, database)
    await aggregate(before)
    await before.close()
    const after = await startTenant({ database })
    expect(await sourceOf(after)).toMatchObject({ healthy: false })
    await expectFailed(after, /TENANT_LDAP_URL is not set/)
    const failed = await tell(after, dnOf(31), 'disable')
    expect(failed).toMatchObject({ completionStatus: 'ERROR' })
  })

  test('a renamed source is the same one, and its accounts carry the new name', async () => {
    const database = await lastingDatabase()
    const before = await tenantFor({}, database)
    await aggregate(before)
    const { id } = await sourceOf(before)
    await before.close()
    const after = await tenantFor({ name: 'Headquarters' }, database)
    expect(await sourceOf(after)).toMatchObject({ id, name: 'Headquarters', healthy: true })
    expect(await accountOf(after, dnOf(1))).toMatchObject({ sourceName: 'Headquarters' })
  })

  test.each([
    [{ userFilter: '(uid=' }, 'TENANT_LDAP_USER_FILTER is not a filter'],
    [{ groupFilter: 'nothing' }, 'TENANT_LDAP_GROUP_FILTER is not a filter'],
  ])('a start with %o is refused', async (change, text) => {
    await expect(tenantFor(change)).rejects.toThrow(text)
  })

  test('a task that ran when the process was killed is done after the next start', async () => {
    const database = await lastingDatabase()
    const before = await tenantFor({}, database)
    await aggregate(before)
    await before.close()
    const held = await startTenant({ ldap: slapd.settings(), database, taskMs: 60_000 })
    const { id } = await accountOf(held, dnOf(40))
    const { id: taskId } = (await held.post(`/accounts/${id}/disable`)).json()
    const load = await held.call(`/sources/${(await sourceOf(held)).id}/load-accounts`, {
      method: 'POST',
    })
    // As a kill leaves it that comes after the directory was told and before the record was written.
    await slapd.modify(dnOf(40), replace('pwdAccountLockedTime', '000001010000Z'))
    onTestFinished(() => slapd.modify(dnOf(40), replace('pwdAccountLockedTime')))
    await held.db.updateTable('task').set({ due_at: 0 }).where('state', '=', 'waiting').execute()
    await held.db.updateTable('task').set({ state: 'running' }).where('due_at', '=', 0).execute()
    await held.close()
    const after = await tenantFor({}, database)
    expect(await after.ended(taskId)).toMatchObject({ completionStatus: 'SUCCESS' })
    expect(await after.ended(load.json().task.id)).toMatchObject({ completionStatus: 'SUCCESS' })
    expect(await after.account(id)).toMatchObject({ disabled: true })
    expect(await stagedRows(after)).toBe(0)
  })
})

async function stagedRows({ db }: TestTenant): Promise<number> {
  return (await db.selectFrom('target_account').select('source_id').execute()).length
}
