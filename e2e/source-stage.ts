import type { Page } from '@playwright/test'

import { expect } from './fixtures.ts'
import type { Server } from './processes.ts'

type Source = { id: string; name: string }

/** A source of the console's tenant, by its name. */
export async function sourceNamed(page: Page, name: string, url = ''): Promise<Source> {
  const filters = `name eq "${name}"`
  const answer = await page.request.get(`${url}/api/v2024/sources`, { params: { filters } })
  const [source] = await answer.json()
  return source
}

/** Opens the page of a source. */
export async function openSource(page: Page, name: string, url = ''): Promise<Source> {
  const source = await sourceNamed(page, name, url)
  await page.goto(`${url}/sources/${source.id}`)
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  return source
}

/** Has the tenant read a source, beside the console's own pages. */
export async function aggregate(page: Page, id: string, url = '') {
  const answer = await page.request.post(`${url}/api/v2024/sources/${id}/load-accounts`)
  expect(answer.status()).toBe(202)
  return answer.json()
}

export const aggregation = (page: Page) => page.getByRole('region', { name: 'Aggregation' })
export const uploading = (page: Page) => page.getByRole('region', { name: 'Upload a file' })

/** A console that acts as somebody else on a tenant elsewhere. */
export async function consoleAs(
  client: string,
  startTenant: () => Promise<Server>,
  startMuster: (env: Record<string, string>) => Promise<Server>,
): Promise<Server> {
  const tenant = await startTenant()
  return startMuster({
    SAIL_BASE_URL: tenant.url,
    SAIL_CLIENT_ID: client,
    SAIL_CLIENT_SECRET: `${client}-secret`,
  })
}

/** Until every account has been read, numbers carry a mark. */
export async function untilIndexed(page: Page, url = '') {
  await expect
    .poll(async () => (await (await page.request.get(`${url}/api/console/index`)).json()).complete)
    .toBe(true)
}

/** Whether the page is wider than the screen. */
export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
