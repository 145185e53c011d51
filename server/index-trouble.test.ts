import { join } from 'node:path'

import { expect, test } from 'vitest'

import { lastingIndexPlace } from './console/testing/index-place.ts'
import { startIndexed, startTenant, tempFolder } from './testing/indexed.ts'

test('while the tenant is down lists go on as of then, and it comes back by itself', async () => {
  const database = join(tempFolder(), 'tenant.sqlite')
  const tenant = await startTenant({ database })
  const { port } = tenant
  const index = await startIndexed(tenant)
  await index.complete()
  const { total } = await index.list('status eq "disabled"')
  await tenant.close()

  await expect
    .poll(async () => (await index.state()).problem)
    .toMatch(/cannot be reached, .*refused/)
  const down = await index.list('status eq "disabled"')
  expect(down.total).toBe(total)
  expect(down.index).toMatchObject({ complete: true, asOf: expect.stringMatching(/Z$/) })
  const later = await index.list('')
  expect(later.index.asOf).toBe(down.index.asOf)

  const again = await startTenant({ database, port })
  await expect.poll(async () => (await index.state()).problem, { timeout: 20_000 }).toBe(null)
  await index.upToDate()
  expect(await index.accounts()).toEqual(await again.accounts())
  expect(index.log.filter((line) => line.includes('cannot be reached'))).toHaveLength(1)
})

test('a console that starts while the tenant is down answers from what it had', async () => {
  const tenant = await startTenant()
  const place = await lastingIndexPlace()
  const first = await startIndexed(tenant, { place })
  await first.complete()
  await first.upToDate()
  const { total, index: before } = await first.list('status eq "disabled"')
  await first.close()
  await tenant.close()

  const second = await startIndexed(tenant, { place })
  await expect.poll(async () => (await second.state()).problem).toMatch(/cannot be reached/)

  const { total: now, index } = await second.list('status eq "disabled"')
  expect(now).toBe(total)
  expect(index.complete).toBe(true)
  expect(Date.parse(index.asOf ?? '')).toBeGreaterThanOrEqual(Date.parse(before.asOf ?? ''))
})

test('a tenant that refuses calls over its limit is copied all the same', async () => {
  const tenant = await startTenant({ rateLimit: 5 })
  const index = await startIndexed(tenant)

  await index.complete()

  const { read, total } = await index.state()
  expect(total).toBeGreaterThan(250)
  expect(read).toBe(total)
}, 60_000)

test('another tenant at the same address is copied anew, after a start and without one', async () => {
  const place = await lastingIndexPlace()
  const first = await startTenant()
  const { port } = first
  const index = await startIndexed(first, { place })
  await index.complete()
  await first.close()

  const second = await startTenant({ port, seedIdentities: 20 })
  await expect.poll(async () => (await index.state()).total, { timeout: 20_000 }).toBeLessThan(200)
  await index.complete()
  await index.upToDate()
  expect(await index.accounts()).toEqual(await second.accounts())
  expect(index.log.join('')).toContain('made anew: it is of another tenant')
  await index.close()
  await second.close()

  const third = await startTenant({ port, seedIdentities: 25 })
  const restarted = await startIndexed(third, { place })
  await restarted.upToDate()
  expect(await restarted.accounts()).toEqual(await third.accounts())
})
