import { expect, hold, row, test } from './fixtures.ts'
import { tenantClient } from './tenant-client.ts'

test('what changes before the stream of events stands is not missed', async ({
  page,
  request,
  muster,
}) => {
  const tenant = await tenantClient(request, muster)
  const letGo = await hold(page, /console\/events/)
  await page.goto('/accounts?q=before-the-stream')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  const badge = await tenant.addBadge('Before-the-stream')
  const inIndex = async () =>
    (await page.request.get('/api/console/accounts?filters=text+co+%22before-the-stream%22')).json()
  await expect.poll(async () => (await inIndex()).total, { timeout: 30_000 }).toBe(1)
  await expect(row(page, badge)).toHaveCount(0)
  await letGo()
  await expect(row(page, badge)).toBeVisible()
  await tenant.removeBadge(badge)
})
