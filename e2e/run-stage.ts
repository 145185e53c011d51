import type { Page } from '@playwright/test'

import { expect, row } from './fixtures.ts'

/** What can be done with the selected rows. */
export const bar = (page: Page) => page.getByRole('region', { name: /selected accounts/ })
export const tab = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Verdict' }).getByRole('link', { name })

export async function select(page: Page, ...names: string[]) {
  for (const name of names) {
    await row(page, name)
      .first()
      .getByRole('checkbox', { name: `Select ${name}` })
      .click()
  }
}

/** From the selected rows to the plan, of which nothing has been sent. */
export async function plan(page: Page, action: string) {
  await bar(page).getByRole('button', { name: action, exact: true }).click()
  await expect(page).toHaveURL(/\/runs\/plans\//)
}

export async function start(page: Page, button: string) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page).toHaveURL(/\/runs\/[0-9a-f-]+$/)
}

export const expectState = (page: Page, state: string) =>
  expect(page.locator('main header')).toContainText(state, { timeout: 30_000 })
