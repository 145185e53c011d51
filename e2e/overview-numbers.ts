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

/** What the overview calls each privileged entitlement of each account, as the tenant gives them. */
export async function readPrivileged(page: Page, all: Account[]): Promise<Map<string, string[]>> {
  const held = new Map<string, string[]>()
  for (const { id } of all) {
    const found: Entitlement[] = []
    for (let some: Entitlement[] | undefined; !some || some.length === 250;) {
      const path = `/api/v2024/accounts/${id}/entitlements?limit=250&offset=${found.length}`
      some = (await (await page.request.get(path)).json()) as Entitlement[] // its contract
      found.push(...some)
    }
    const names = found.filter(({ privileged }) => privileged)
    held.set(
      id,
      names.map(({ name, source }) => `${name} (${source.name})`),
    )
  }
  return held
}

type Entitlement = { name: string; privileged: boolean; source: { name: string } }

/** The numbers on the page by what they are called, once the whole tenant is counted. */
export async function numbersOf(page: Page) {
  await expect(page.getByText(/^Complete, /)).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  // Entitlements are learnt once all accounts are read.
  const partial = page.getByRole('link', { name: / so far accounts?$/ })
  await expect(partial).toHaveCount(0, { timeout: 30_000 })
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
