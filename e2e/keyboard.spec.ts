import type { Page } from '@playwright/test'

import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'

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

test('? lists the shortcuts, and Escape gives the focus back', async ({ page }) => {
  await page.goto('/accounts?q=sentinel-ordinary')
  await row(page, 'sentinel-ordinary').focus()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list).toContainText('Next row')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(row(page, 'sentinel-ordinary')).toBeFocused()
})

test('? is a letter where somebody types', async ({ page }) => {
  await page.goto('/accounts?q=sentinel-ordinary')
  await page.getByRole('searchbox').press('?')
  await expect(page.getByRole('searchbox')).toHaveValue(/\?/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('compact rows are lower, fit the list, and are kept for the next visit', async ({ page }) => {
  const heights = () =>
    page
      .locator('tbody tr[data-index]')
      .evaluateAll((rows) => [...new Set(rows.map((item) => item.getBoundingClientRect().height))])
  await page.goto('/accounts')
  await expect(row(page, 'Enabled').first()).toBeVisible()
  expect(await heights()).toEqual([36])
  await page.getByRole('button', { name: /^Display/ }).click()
  await page.getByRole('menuitemradio', { name: 'Compact rows' }).click()
  await expect.poll(heights).toEqual([28])
  await page.reload()
  await expect(row(page, 'Enabled').first()).toBeVisible()
  expect(await heights()).toEqual([28])
})

test('a menu stays open over a scroll that came before it, and goes with one that moves its row', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 500 })
  await page.goto('/accounts')
  const button = page.getByRole('button', { name: /^Actions for/ }).first()
  await expect(button).toBeVisible()
  // A scroll is only told a frame later: here the menu is open by then.
  await button.evaluate((element: HTMLElement) => {
    element.closest('table')?.parentElement?.scrollBy({ left: 60 })
    element.click()
  })
  const item = page.getByRole('menuitem', { name: 'Aggregate' })
  await expect(item).toBeFocused()
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  await expect(item).toBeFocused()
  await button.evaluate((element) => element.closest('table')?.parentElement?.scrollBy({ top: 40 }))
  await expect(item).toHaveCount(0)
})

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
  // The rows of the search before stay until those of this one are there.
  await expect(page.locator('tbody tr[data-index]')).toHaveCount(1)

  await act(page, /^Disable/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await pressUntil(page, 'Tab', /^Disable account/)
  await page.keyboard.press('Enter')
  await expect(ordinary).toContainText('Disabled')
  await expect(page.getByText('sentinel-ordinary: disabled').first()).toBeAttached()

  await act(page, /^Enable/)
  await expect(ordinary).toContainText('Enabled')
})
