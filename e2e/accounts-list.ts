import type { Page } from '@playwright/test'

import { expect } from './fixtures.ts'

export const table = (page: Page) => page.getByRole('table', { name: 'Accounts' })

/** How many accounts the list has; the table counts its head as well. */
export async function total(page: Page): Promise<number> {
  await expect(table(page)).not.toHaveAttribute('aria-busy', 'true')
  return Number(await table(page).getAttribute('aria-rowcount')) - 1
}
