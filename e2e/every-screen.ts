import type { Page } from '@playwright/test'

import { expect } from './fixtures.ts'
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

/** Of those that look alike while nothing is known, one each. */
export async function kindsOfScreens(page: Page): Promise<string[]> {
  const all = await screens(page)
  return all.filter(
    (path) => !/\?part=|\/(attributes|activity)$|\/(audit|tasks|sources)$/.test(path),
  )
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
