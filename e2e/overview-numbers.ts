import type { Page } from '@playwright/test'

import { expect } from './fixtures.ts'

/** What the page asks. */
export const counts = /\/api\/console\/accounts\?/
/** A window of the list, and not its counts alone. */
export const rows = /\/api\/console\/accounts\?(?!.*\blimit=0\b)/
export const DAY = 86_400_000

export type Account = {
  id: string
  sourceName: string
  disabled: boolean
  locked: boolean
  uncorrelated: boolean
  isMachine?: boolean
  cloudLifecycleState?: string | null
  modified: string
  attributes: Record<string, unknown>
}

/** Every account, as the tenant itself gives them. */
export async function readAll(page: Page, base = ''): Promise<Account[]> {
  const all: Account[] = []
  while (true) {
    const query = `sorters=id&limit=250&offset=${all.length}`
    const answer = await page.request.get(`${base}/api/v2024/accounts?${query}`)
    const items: Account[] = await answer.json()
    all.push(...items)
    if (items.length < 250) return all
  }
}

/** The numbers on the page by what they are called, once the whole tenant is counted. */
export async function numbersOf(page: Page) {
  await expect(page.getByText(/^Complete, /)).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByRole('link', { name: / so far accounts?$/ })).toHaveCount(0)
  const links = page.getByRole('link', { name: /: [\d,]+ accounts?$/ })
  const found = await links.evaluateAll((all) =>
    all.map((link) => ({
      name: link.getAttribute('aria-label') ?? '',
      href: link.getAttribute('href') ?? '',
    })),
  )
  return found.map(({ name, href }) => {
    const [label = '', count = ''] = name.split(/: (?=[\d,]+ accounts?$)/)
    return { label, href, count: Number(count.replace(/\D/g, '')) }
  })
}
