import type { Page } from '@playwright/test'

import { expect, row, test } from './fixtures.ts'

const table = (page: Page) => page.getByRole('table', { name: 'Accounts' })
const firstRows = async (page: Page) => {
  await expect(table(page).getByRole('row').nth(5)).toContainText(/\w/)
  // By name: how long ago something was is another text a minute later.
  return table(page).locator('tbody tr td:nth-child(2)').allInnerTexts()
}

test('a search is in the URL, and reload, Back and a copied link show the same rows', async ({
  page,
  browser,
}) => {
  await page.goto('/accounts')
  await expect(table(page)).toBeVisible()
  await page.getByRole('searchbox').fill('sentinel-')
  await expect(page).toHaveURL(/q=sentinel-/)
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  const shown = await firstRows(page)

  await page.reload()
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  expect(await firstRows(page)).toEqual(shown)

  const elsewhere = await browser.newPage()
  await elsewhere.goto(page.url())
  await expect(row(elsewhere, 'sentinel-ordinary')).toBeVisible()
  expect(await firstRows(elsewhere)).toEqual(shown)
  await elsewhere.close()
})

test('sorting turns round at the second click and is in the URL', async ({ page }) => {
  await page.goto('/accounts')
  const header = page.getByRole('columnheader', { name: /^Account/ })
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await header.getByRole('button').click()
  await expect(page).toHaveURL(/sort=-name/)
  await expect(header).toHaveAttribute('aria-sort', 'descending')
})

test('the last account of the whole list can be scrolled to', async ({ page }) => {
  await page.goto('/accounts')
  await firstRows(page)
  const total = Number(await table(page).getAttribute('aria-rowcount'))
  expect(total).toBeGreaterThan(200)
  await page.goto(`/accounts?at=${total - 3}`)
  await expect(page.locator(`[aria-rowindex="${total}"]`)).toContainText(/\w/)
})

test('a list that flies past is fetched where it comes to rest, and nowhere before', async ({
  page,
}) => {
  await page.goto('/accounts')
  await firstRows(page)
  const last = Number(await table(page).getAttribute('aria-rowcount')) - 2
  await expect(page.locator('tr[data-index="20"]')).toBeVisible()
  const offsets: string[] = []
  page.on('request', (each) => {
    const { pathname, searchParams } = new URL(each.url())
    if (pathname.endsWith('/console/accounts') && searchParams.get('limit') !== '0') {
      offsets.push(searchParams.get('offset') ?? '0')
    }
  })
  // As a fling does: half a screen in each frame.
  await table(page).evaluate(async (element) => {
    const list = element.parentElement
    if (!list) return
    for (let top = -1; top !== list.scrollTop;) {
      top = list.scrollTop
      list.scrollTop += 500
      await new Promise(requestAnimationFrame)
    }
  })
  const row = page.locator(`tr[data-index="${last}"]`)
  await expect(row.getByRole('link').first()).toBeVisible()
  // The step with which it began looks like a jump; what lies between is left out.
  expect(new Set(offsets).size).toBeLessThanOrEqual(3)
  expect(last).toBeGreaterThan(200)
})

test('an account opens beside the list at a link of its own, and closes to the list', async ({
  page,
}) => {
  await page.goto('/accounts?q=sentinel-ordinary')
  await row(page, 'sentinel-ordinary')
    .getByRole('link', { name: 'sentinel-ordinary' })
    .first()
    .click()
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f]{32}\?q=sentinel-ordinary/)
  const panel = page.getByRole('complementary').filter({ hasText: 'sentinel-ordinary' })
  await expect(panel).toContainText('Active Directory')
  await panel.getByRole('link', { name: /Entitlements/ }).click()
  await expect(panel).toContainText(/entitlement/)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/accounts\?q=sentinel-ordinary$/)
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
})

test('a search that nothing fits is no error and can be cleared', async ({ page }) => {
  await page.goto('/accounts?q=nobody-is-called-this')
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('an account that does not exist is said so', async ({ page }) => {
  await page.goto(`/accounts/${'0'.repeat(32)}`)
  await expect(page.getByText(/not found|no longer in the tenant/i).first()).toBeVisible()
})
