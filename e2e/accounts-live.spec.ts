import type { Page } from '@playwright/test'

import { expect, hold, row, test } from './fixtures.ts'
import { tenantClient } from './tenant-client.ts'

const inIndex = async (page: Page, text: string): Promise<number> => {
  const params = { filters: `text co "${text}"`, limit: '1' }
  return (await (await page.request.get('/api/console/accounts', { params })).json()).total
}

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
  await expect.poll(() => inIndex(page, 'before-the-stream'), { timeout: 30_000 }).toBe(1)
  await expect(row(page, badge)).toHaveCount(0)
  await letGo()
  await expect(row(page, badge)).toBeVisible()
  await tenant.removeBadge(badge)
})

test('nor is it missed where accounts are only counted', async ({ page, request, muster }) => {
  const tenant = await tenantClient(request, muster)
  await expect.poll(() => inIndex(page, 'before-the-stream'), { timeout: 30_000 }).toBe(0)
  const letGo = await hold(page, /console\/events/)
  await page.goto('/overview')
  const number = page.getByRole('link', { name: /^Badge System: [\d,]+ accounts$/ })
  const shown = (await number.getAttribute('aria-label')) ?? ''
  const badge = await tenant.addBadge('Before-the-counts')
  await expect.poll(() => inIndex(page, 'before-the-counts'), { timeout: 30_000 }).toBe(1)
  await expect(number).toHaveAttribute('aria-label', shown)
  await letGo()
  const next = shown.replace(/[\d,]+/, (count) => String(Number(count) + 1))
  await expect(number).toHaveAttribute('aria-label', next)
  await tenant.removeBadge(badge)
})
