import { readFileSync } from 'node:fs'

import type { Page } from '@playwright/test'

import { table, total } from './accounts-list.ts'
import {
  expect,
  expectNoAxeViolations,
  inBothSchemes,
  row,
  rowAction,
  test,
  tick,
} from './fixtures.ts'
import { tenantClient } from './tenant-client.ts'

const counts = (page: Page) => page.getByRole('complementary', { name: 'Counts' })
const complete = (page: Page) => page.getByText(/^Complete, /)

test('a status is filtered by from the counts, and each row has it', async ({ page }) => {
  await page.goto('/accounts')
  await expect(complete(page)).toBeVisible({ timeout: 30_000 })
  await tick(counts(page).getByRole('checkbox', { name: /^Locked, / }))
  await expect(page).toHaveURL(/status=locked/)
  await expect(row(page, 'sentinel-locked')).toBeVisible()
  await expect(row(page, 'sentinel-ordinary')).toHaveCount(0)
  const statuses = await table(page).locator('tbody tr td:nth-child(3)').allInnerTexts()
  expect(statuses.filter((text) => !text.includes('Locked'))).toEqual([])
  await tick(counts(page).getByRole('checkbox', { name: /^Locked, / }), false)
  await expect(page).not.toHaveURL(/status/)
})

test('each count is the number of rows that its value leaves, beside other filters as well', async ({
  page,
}) => {
  test.setTimeout(180_000)
  for (const url of ['/accounts', '/accounts?q=an&correlated=yes']) {
    await page.goto(url)
    await expect(complete(page)).toBeVisible({ timeout: 30_000 })
    const boxes = counts(page).getByRole('checkbox', { name: /, [\d,]+ accounts?$/ })
    await expect(boxes.nth(20)).toBeVisible()
    const names = await boxes.evaluateAll((all) =>
      all.map((box) => box.getAttribute('aria-label') ?? ''),
    )
    for (const name of names) {
      // The values of one filter are alternatives: each count is that of its value alone.
      if (url.includes('correlated') && /orrelated, /.test(name)) continue
      const count = Number(/([\d,]+) accounts?$/.exec(name)?.[1]?.replaceAll(',', ''))
      if (count === 0) continue
      await counts(page).getByRole('checkbox', { name, exact: true }).click()
      await expect.poll(() => total(page), { message: `${url}: ${name}` }).toBe(count)
      await page.goBack()
      await expect(counts(page).getByRole('checkbox', { name, exact: true })).not.toBeChecked()
    }
  }
})

test('text is found anywhere in an account, without its accents', async ({
  page,
  request,
  muster,
}) => {
  const tenant = await tenantClient(request, muster)
  await page.goto('/accounts?q=angstrom-nun')
  await expect(complete(page)).toBeVisible({ timeout: 30_000 })
  const badge = await tenant.addBadge('Zoë Ångström-Núñez')
  // It is there once the console has heard of it; nobody loads the page again.
  await expect(row(page, badge)).toContainText('Zoë Ångström-Núñez', { timeout: 20_000 })
  await page.goto(`/accounts?q=${badge.slice(3)}`)
  await expect(row(page, badge)).toBeVisible()
  await tenant.removeBadge(badge)
  await expect(row(page, badge)).toHaveCount(0, { timeout: 30_000 })
})

test('what another client changes appears while the list stays where it is', async ({
  page,
  request,
  muster,
}) => {
  const tenant = await tenantClient(request, muster)
  await page.goto('/accounts')
  await expect(complete(page)).toBeVisible({ timeout: 30_000 })
  const before = await total(page)
  await page.goto('/accounts?at=120')
  const scroller = table(page).locator('xpath=..')
  const first = page.locator('tbody tr[aria-rowindex="125"]')
  await expect(first).toContainText(/\w/)
  const [place, name] = [await scroller.evaluate((list) => list.scrollTop), await first.innerText()]
  // Sorts last: every row on screen keeps its place.
  const badge = await tenant.addBadge('zzz Last')
  await expect.poll(() => total(page), { timeout: 20_000 }).toBe(before + 1)
  expect(await scroller.evaluate((list) => list.scrollTop)).toBe(place)
  expect((await first.innerText()).split('\n')[0]).toBe(name.split('\n')[0])
  await tenant.removeBadge(badge)
})

test('a row that an action takes out of the filter leaves the list', async ({ page }) => {
  await page.goto('/accounts?status=enabled&q=sentinel-')
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  const enabled = await total(page)
  await rowAction(page, 'sentinel-ordinary', 'Disable')
  await page.getByRole('dialog').getByRole('button', { name: 'Disable account' }).click()
  await expect(row(page, 'sentinel-ordinary')).toHaveCount(0)
  await expect.poll(() => total(page)).toBe(enabled - 1)
  await page.goto('/accounts?status=disabled&q=sentinel-ordinary')
  await rowAction(page, 'sentinel-ordinary', 'Enable')
  await expect(row(page, 'sentinel-ordinary')).toHaveCount(0)
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('the rows that match are exported with the columns that are chosen', async ({ page }) => {
  await page.goto('/accounts?q=sentinel-')
  const sentinels = await total(page)
  await page.getByRole('button', { name: 'Export CSV' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Export as CSV' })
  await expect(form.getByRole('checkbox', { name: 'Account', exact: true })).toBeFocused()
  for (const name of ['Identity', 'Type', 'Created', 'Modified']) {
    await form.getByRole('checkbox', { name, exact: true }).uncheck()
  }
  await form.getByRole('checkbox', { name: 'sAMAccountName' }).check()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  const started = page.waitForEvent('download')
  await form.getByRole('button', { name: `Export ${sentinels} accounts` }).click()
  const file = readFileSync(await (await started).path(), 'utf8')
    .trim()
    .split('\r\n')
  await expect(form.getByRole('status')).toContainText(`${sentinels} accounts`)
  expect(file[0]?.replace('\uFEFF', '')).toBe(
    'name,status,source,nativeIdentity,lifecycleState,entitlements,passwordChanged,correlation,attributes.sAMAccountName',
  )
  expect(file).toHaveLength(sentinels + 1)
  expect(file.filter((line) => line.startsWith('sentinel-locked,'))[0]).toContain('Locked')
})

test('an export that is refused says why', async ({ page }) => {
  await page.goto('/accounts')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const form = page.getByRole('dialog', { name: 'Export as CSV' })
  await page.route(/accounts\/export/, (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/json',
      body: JSON.stringify({ messages: [{ text: 'The accounts are still being read.' }] }),
    }),
  )
  await form.getByRole('button', { name: /^Export / }).click()
  await expect(form.getByRole('status')).toContainText('still being read')
})

test('while the accounts are read, numbers say that they are not all', async ({
  page,
  startMuster,
}) => {
  // So few calls that the first pass takes longer than this story.
  const slow = await startMuster({ TENANT_RATE_LIMIT: '3', TENANT_SEED_IDENTITIES: '500' })
  await page.goto(`${slow.url}/accounts?status=locked`)
  await expect(page.getByText(/^[\d,]+ of [\d,]+ read$/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('read so far', { exact: true })).toBeVisible()
  await expect(counts(page)).toContainText('Of the accounts read so far')
})

test('with the tenant down the list goes on, says of when it is and why, and comes back by itself', async ({
  page,
  startTenant,
  startMuster,
}) => {
  test.setTimeout(120_000)
  const tenant = await startTenant()
  const console = await startMuster({
    SAIL_BASE_URL: tenant.url,
    SAIL_CLIENT_ID: 'demo-admin',
    SAIL_CLIENT_SECRET: 'demo-admin-secret',
  })
  await page.goto(`${console.url}/accounts`)
  await expect(complete(page)).toBeVisible({ timeout: 30_000 })
  await tenant.stop()
  await expect(page.getByText('Not up to date').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/tenant .* cannot be reached/i).first()).toBeVisible()
  await tick(counts(page).getByRole('checkbox', { name: /^Locked, / }))
  await expect(row(page, 'sentinel-locked')).toBeVisible()
  await startTenant({ TENANT_PORT: new URL(tenant.url).port })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(complete(page)).toBeVisible({ timeout: 60_000 })
})

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 360, height: 780 } })

  test('the counts open above the list, and the page does not scroll sideways', async ({
    page,
  }) => {
    await page.goto('/accounts')
    await page.getByRole('button', { name: 'Counts' }).click()
    const dialog = page.getByRole('dialog', { name: 'Counts' })
    await tick(dialog.getByRole('checkbox', { name: /^Locked, / }))
    await expect(page).toHaveURL(/status=locked/)
    await expect(dialog).toBeVisible()
    await inBothSchemes(page, () => expectNoAxeViolations(page))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Counts' })).toBeFocused()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    // What was filtered by is to be seen without scrolling, beside the menu that stays in place.
    const locked = row(page, 'sentinel-locked')
    const words = await locked.getByText('Locked', { exact: true }).boundingBox()
    const menu = await locked.getByRole('button', { name: /^Actions/ }).boundingBox()
    expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThanOrEqual(menu?.x ?? 0)
  })
})
