import type { Page } from '@playwright/test'

import { table } from './accounts-list.ts'
import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Columns' })
const headers = (page: Page) =>
  page
    .getByRole('columnheader')
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).innerText.trim()))
const widthOf = async (page: Page, name: string) =>
  (await page.getByRole('columnheader', { name, exact: true }).boundingBox())?.width ?? 0

async function openColumns(page: Page) {
  await page.getByRole('button', { name: 'Columns' }).click()
  await expect(dialog(page)).toBeVisible()
}

test('columns are hidden, put in order, kept for the next visit, and part of a link', async ({
  page,
  browser,
}) => {
  await page.goto('/accounts?q=sentinel-')
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  const usual = await headers(page)
  expect(usual.slice(1, 5)).toEqual(['Account', 'Status', 'Source', 'Native identity'])

  await openColumns(page)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await dialog(page).getByRole('checkbox', { name: 'Native identity' }).click()
  await expect(table(page).getByRole('columnheader', { name: 'Native identity' })).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Move Source up' }).click()
  await expect.poll(() => headers(page)).toEqual(expect.arrayContaining(['Source']))
  await expect
    .poll(async () => (await headers(page)).slice(1, 4))
    .toEqual(['Account', 'Source', 'Status'])
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/columns=sourceName%2Cstatus%2Cidentity/)

  const link = page.url()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tasks' }).click()
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Accounts' })
    .click()
  await expect
    .poll(async () => (await headers(page)).slice(1, 4))
    .toEqual(['Account', 'Source', 'Status'])
  const elsewhere = await browser.newPage()
  await elsewhere.goto(link)
  await expect(row(elsewhere, 'sentinel-ordinary')).toBeVisible()
  expect((await headers(elsewhere)).slice(1, 4)).toEqual(['Account', 'Source', 'Status'])
  await elsewhere.close()

  await openColumns(page)
  await dialog(page).getByRole('button', { name: 'Usual columns' }).click()
  await expect.poll(() => headers(page)).toEqual(usual)
  await expect(page).not.toHaveURL(/columns/)
})

test('a column is moved by keyboard alone, and its button keeps the focus', async ({ page }) => {
  await page.goto('/accounts')
  await openColumns(page)
  const down = dialog(page).getByRole('button', { name: 'Move Status down' })
  await down.focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await headers(page))[3]).toBe('Status')
  await expect(down).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await headers(page))[4]).toBe('Status')
  await expect(down).toBeFocused()
  await expect(page.getByText('Status is now column 3 of 11')).toBeAttached()
})

test('the filters, the panel and the export go on with the chosen columns', async ({ page }) => {
  await page.goto('/accounts?q=sentinel-&columns=created,status')
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  await page.getByRole('button', { name: 'Created' }).click()
  await expect(page).toHaveURL(/sort=created/)
  await row(page, 'sentinel-ordinary').getByRole('link').first().click()
  await expect(page.getByRole('complementary').last()).toContainText('sentinel-ordinary')
  expect((await headers(page)).slice(1, 4)).toEqual(['Account', 'Created', 'Status'])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Export CSV' }).click()
  const file = page.waitForEvent('download')
  await page
    .getByRole('dialog', { name: 'Export as CSV' })
    .getByRole('button', { name: /^Export/ })
    .click()
  const text = await (await (await file).createReadStream()).toArray()
  expect(Buffer.concat(text).toString().split(/\r?\n/)[0]).toMatch(/^.?name,created,status$/)
})

test('a column is drawn wider, made narrower by keyboard, and given its usual width', async ({
  page,
}) => {
  await page.goto('/accounts')
  await expect(row(page, 'Active Directory').first()).toBeVisible()
  const usual = await widthOf(page, 'Status')
  const box = await page.getByRole('columnheader', { name: 'Status', exact: true }).boundingBox()
  if (!box) throw new Error('There is no such header')
  const [x, y] = [box.x + box.width - 3, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 30, y)
  await page.mouse.move(x + 60, y)
  await page.mouse.up()
  await expect.poll(() => widthOf(page, 'Status')).toBeCloseTo(usual + 60, -1)

  await page.reload()
  await expect(row(page, 'Active Directory').first()).toBeVisible()
  const kept = await widthOf(page, 'Status')
  expect(kept).toBeCloseTo(usual + 60, -1)
  await page.getByRole('columnheader', { name: 'Status', exact: true }).getByRole('button').focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => widthOf(page, 'Status')).toBeCloseTo(kept - 16, 0)
  await page.mouse.dblclick(x + 60 - 16, y)
  await expect.poll(() => widthOf(page, 'Status')).toBeCloseTo(usual, 0)
})

for (const path of ['/identities', '/sources', '/tasks']) {
  test(`${path} has columns to choose as well, also on a small screen`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(path)
    await openColumns(page)
    const first = dialog(page).getByRole('checkbox').first()
    const name = (await dialog(page).getByRole('listitem').first().innerText()).trim()
    await first.click()
    await expect(page.getByRole('columnheader', { name, exact: true })).toHaveCount(0)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await expectNoAxeViolations(page)
  })
}

test('the first column and the menu stay where they are while the others scroll sideways', async ({
  page,
}) => {
  await page.goto('/accounts')
  const first = page.getByRole('row').nth(1)
  const link = first.getByRole('link').first()
  const menu = first.getByRole('button', { name: /^Actions/ })
  const status = page.getByRole('columnheader', { name: 'Status' })
  await expect(menu).toBeInViewport()
  const places = async () => {
    const boxes = [await link.boundingBox(), await menu.boundingBox()]
    return boxes.map((box) => Math.round(box?.x ?? -1))
  }
  const [before, statusBefore] = [await places(), await status.boundingBox()]
  await link.hover()
  await page.mouse.wheel(300, 0)
  await expect
    .poll(async () => Math.round((await status.boundingBox())?.x ?? 0))
    .toBe(Math.round((statusBefore?.x ?? 0) - 300))
  expect(await places()).toEqual(before)
  await expectNoAxeViolations(page)
  await page.mouse.wheel(-300, 0)
  await expect
    .poll(async () => Math.round((await status.boundingBox())?.x ?? 0))
    .toBe(Math.round(statusBefore?.x ?? 0))
  expect(await places()).toEqual(before)
})

test('the columns of the accounts of an identity are chosen as those of a list', async ({
  page,
}) => {
  await page.goto('/identities?q=Sentinel%20Sample')
  await row(page, 'Sentinel Sample').getByRole('link').first().click()
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  await openColumns(page)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await dialog(page).getByRole('checkbox', { name: 'Native identity' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Native identity' })).toHaveCount(0)
  await row(page, 'sentinel-ordinary').getByRole('link').first().click()
  await expect(page.getByRole('complementary')).toContainText('sentinel-ordinary')
  await expect(page).toHaveURL(/columns=/)
  await page.reload()
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Native identity' })).toHaveCount(0)
})
