import type { Page } from '@playwright/test'

import { expect, row, test } from './fixtures.ts'

/** Presses a key until the focus is on what is wanted, as somebody without a mouse does. */
async function pressUntil(page: Page, key: string, wanted: RegExp) {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
  for (let press = 0; press < 60; press += 1) {
    if (wanted.test(await focused())) return
    await page.keyboard.press(key)
  }
  throw new Error(`Nothing like ${wanted} could be reached with ${key}`)
}

async function act(page: Page, action: RegExp) {
  await pressUntil(page, 'Tab', /^Actions for sentinel-ordinary/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Aggregate' })).toBeFocused()
  await pressUntil(page, 'ArrowDown', action)
  await page.keyboard.press('Enter')
}

test('an account is found, disabled and enabled again by keyboard alone, and it is announced', async ({
  page,
}) => {
  await page.goto('/accounts')
  await expect(page.getByRole('table', { name: 'Accounts' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('sentinel-ordinary')
  const ordinary = row(page, 'sentinel-ordinary')
  await expect(ordinary).toBeVisible()
  await expect(page).toHaveURL(/q=sentinel-ordinary/)

  await act(page, /^Disable/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await pressUntil(page, 'Tab', /^Disable account/)
  await page.keyboard.press('Enter')
  await expect(ordinary).toContainText('Disabled')
  await expect(page.getByText('sentinel-ordinary: disabled').first()).toBeAttached()

  await act(page, /^Enable/)
  await expect(ordinary).toContainText('Enabled')
})
