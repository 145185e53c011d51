import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { sourceNamed } from './source-stage.ts'

/** Every screen, by its address. */
export async function screens(page: Page): Promise<string[]> {
  const params = { filters: 'name eq "sentinel-ordinary"', limit: '1' }
  const answer = await page.request.get('/api/console/accounts', { params })
  const { id, identityId } = (await answer.json()).items[0]
  const source = await sourceNamed(page, 'Badge System')
  const data = { action: 'disable', selection: { accountIds: [id] } }
  const plan = await (await page.request.post('/api/console/runs/plans', { data })).json()
  const lists = ['overview', 'identities', 'accounts', 'uncorrelated', 'sources', 'tasks', 'runs']
  const parts = ['entitlements', 'correlation', 'activity', 'json']
  return [
    ...lists.map((list) => `/${list}`),
    '/audit',
    '/accounts?status=locked&q=nothing-like-that',
    `/accounts/compare?ids=${id}`,
    `/accounts/${id}`,
    ...parts.map((part) => `/accounts/${id}?part=${part}`),
    ...['', '/attributes', '/activity'].map((tab) => `/identities/${identityId}${tab}`),
    `/sources/${source.id}`,
    `/sources/${source.id}/new-account`,
    `/runs/plans/${plan.id}`,
    '/no/such/page',
  ]
}

export async function open(page: Page, path: string) {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }).or(page.locator('main h2'))).not.toHaveCount(
    0,
  )
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  // What is told apart as data has to have come whole, and parts of the screen come one by one.
  await page.waitForLoadState('networkidle')
}

/** All rules in the light scheme; in the dark one the colours, which are all that differs. */
export async function expectAccessible(page: Page, path: string) {
  await page.emulateMedia({ colorScheme: 'light' })
  await test.step(path, () => expectNoAxeViolations(page))
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  const targets = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))
  expect([path, targets]).toEqual([path, []])
}
