import type { Page } from '@playwright/test'

import {
  expect,
  expectNoAxeViolations,
  hold,
  inBothSchemes,
  openRowMenu,
  row,
  rowAction,
  test,
} from './fixtures.ts'
import { tenantClient } from './tenant-client.ts'

/** The Accounts tab of the identity that holds the sentinel accounts. */
async function openSentinels(page: Page) {
  await page.goto('/identities?q=Sentinel+Sample')
  await page.getByRole('link', { name: 'Sentinel Sample' }).click()
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
}

async function confirm(page: Page, button: string) {
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
}

test('disabling asks first, is pending, and says Disabled once the tenant says so', async ({
  page,
}) => {
  await openSentinels(page)
  const ordinary = row(page, 'sentinel-ordinary')

  await rowAction(page, 'sentinel-ordinary', 'Disable')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(ordinary).toContainText('Enabled')

  // Until the story has seen it, however quick the tenant is.
  const release = await hold(page, /\/console\/runs\/[^/]+\/items/)
  await rowAction(page, 'sentinel-ordinary', 'Disable')
  await confirm(page, 'Disable account')
  await expect(ordinary).toContainText('Pending')
  release()
  await expect(ordinary).toContainText('Disabled')
  await expect(ordinary).not.toContainText('Pending')

  await page.reload()
  await expect(row(page, 'sentinel-ordinary')).toContainText('Disabled')
  await rowAction(page, 'sentinel-ordinary', 'Enable')
  await expect(row(page, 'sentinel-ordinary')).toContainText('Enabled')
  await expect(row(page, 'sentinel-ordinary')).not.toContainText('Pending')

  // What was done stays with the account.
  await row(page, 'sentinel-ordinary').getByRole('link', { name: 'sentinel-ordinary' }).click()
  await page.getByRole('complementary').getByRole('link', { name: 'Activity' }).click()
  const entries = page.getByRole('list', { name: 'Activity' }).getByRole('listitem')
  await expect(entries).toHaveCount(2)
  await expect(entries.first()).toContainText('disabled → enabled')
  await expect(entries.last()).toContainText('enabled → disabled')
  await expect(entries.last()).toContainText('by demo.admin')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await entries.last().getByRole('link', { name: /^Run / }).click()
  await expect(page.getByRole('heading', { name: 'Disable sentinel-ordinary' })).toBeVisible()
})

test('what is under way is pending after a reload in the same moment, and in another tab', async ({
  page,
  context,
}) => {
  await openSentinels(page)
  const slow = row(page, 'sentinel-slow')
  await rowAction(page, 'sentinel-slow', 'Disable')
  const button = page.getByRole('dialog').getByRole('button', { name: 'Disable account' })
  // So that no answer has come when the page goes.
  const network = await context.newCDPSession(page)
  const slowly = { offline: false, latency: 400, downloadThroughput: -1, uploadThroughput: -1 }
  await network.send('Network.emulateNetworkConditions', slowly)
  // Whoever leaves the page with the same stroke has acted all the same.
  await button.evaluate((element: HTMLElement) => {
    element.click()
    location.reload()
  })
  await page.waitForEvent('load')
  await expect(slow).toContainText('Pending')
  const other = await context.newPage()
  await openSentinels(other)
  await expect(row(other, 'sentinel-slow')).toContainText('Pending')
  await expect(row(other, 'sentinel-slow')).toContainText('Disabled', { timeout: 20_000 })
  await expect(row(other, 'sentinel-slow')).not.toContainText('Pending')
  // A tab that nobody sees catches up when somebody does.
  await page.bringToFront()
  await expect(slow).toContainText('Disabled')
  await expect(slow).not.toContainText('Pending')
})

test('unlocking a locked account is confirmed by reading it again', async ({ page }) => {
  await openSentinels(page)
  await expect(row(page, 'sentinel-locked')).toContainText('Locked')
  await rowAction(page, 'sentinel-locked', 'Unlock')
  await expect(row(page, 'sentinel-locked')).not.toContainText('Pending')
  await expect(row(page, 'sentinel-locked')).not.toContainText('Locked')
})

test('what is not possible is shown with the reason', async ({ page }) => {
  await openSentinels(page)
  await openRowMenu(page, 'sentinel-disabled')
  const unlock = page.getByRole('menuitem', { name: 'Unlock' })
  await expect(unlock).toBeDisabled()
  await expect(unlock).toContainText('The account is not locked')
})

test('a refusal says what failed in the tenant’s words, with the tracking id, and changes nothing', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openSentinels(page)
  await rowAction(page, 'sentinel-disable-500', 'Disable')
  await confirm(page, 'Disable account')
  const alert = page
    .getByRole('alert')
    .filter({ hasText: 'Could not disable sentinel-disable-500' })
  // What may have been done is looked at and tried again before it is given up.
  await expect(alert).toContainText(/[0-9a-f]{32}/, { timeout: 60_000 })
  await expect(row(page, 'sentinel-disable-500')).toContainText('Enabled')
  await expect(row(page, 'sentinel-disable-500')).not.toContainText('Pending')
})

test('a task that ends in error is told, and the row is as it was', async ({ page }) => {
  await openSentinels(page)
  await rowAction(page, 'sentinel-task-error', 'Disable')
  await confirm(page, 'Disable account')
  await expect(
    page.getByRole('alert').filter({ hasText: 'Could not disable sentinel-task-error' }),
  ).toBeVisible({ timeout: 30_000 })
  await expect(row(page, 'sentinel-task-error')).toContainText('Enabled')
})

test('a task that succeeds without the change is not confirmed', async ({ page }) => {
  await openSentinels(page)
  await rowAction(page, 'sentinel-never-confirms', 'Disable')
  await confirm(page, 'Disable account')
  await expect(
    page.getByText('Disabling sentinel-never-confirms not confirmed').first(),
  ).toBeVisible({ timeout: 30_000 })
  await expect(row(page, 'sentinel-never-confirms')).toContainText('Enabled')
})

test('a 403 blocks the action from then on, with the tenant’s words', async ({ page }) => {
  await openSentinels(page)
  await rowAction(page, 'sentinel-disable-403', 'Disable')
  await confirm(page, 'Disable account')
  await expect(
    page.getByRole('alert').filter({ hasText: 'Could not disable sentinel-disable-403' }),
  ).toBeVisible()
  await openRowMenu(page, 'sentinel-disable-403')
  await expect(page.getByRole('menuitem', { name: 'Disable' })).toContainText(
    'The tenant refused it earlier',
  )
})

test('a removed account leaves the list', async ({ page }) => {
  await openSentinels(page)
  await rowAction(page, 'sentinel-disabled', 'Remove')
  await expect(page.getByRole('dialog')).toContainText('brings the record back')
  await confirm(page, 'Remove account')
  await expect(row(page, 'sentinel-disabled')).toHaveCount(0)

  // Its identity still tells of it.
  await page.getByRole('link', { name: 'Activity' }).click()
  const entry = page.getByRole('list', { name: 'Activity' }).getByRole('listitem').first()
  await expect(entry).toContainText('Remove sentinel-disabled, Active Directory')
  await expect(entry).toContainText('disabled → gone')
  await expectNoAxeViolations(page)
})

test('an account and an identity to which nothing was done say so', async ({ page }) => {
  await openSentinels(page)
  await page.getByRole('row').last().getByRole('link').first().click()
  await page.getByRole('complementary').getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByText('Nothing was done to this account yet')).toBeVisible()
  await page.goto('/identities')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByText('Nothing was done yet')).toBeVisible()
})

test('an aggregation tells what it found, before and after', async ({ page, request, muster }) => {
  const tenant = await tenantClient(request, muster)
  const [nativeIdentity = ''] = await tenant.disableSome('Entra ID')
  await page.goto(`/accounts?q=${encodeURIComponent(nativeIdentity)}`)
  const account = page.getByRole('row').nth(1)
  await expect(account).toContainText('Enabled')
  const told = page.getByRole('region', { name: 'Messages' })
  const aggregate = async () => {
    await account.getByRole('button', { name: /^Actions/ }).click()
    await page.getByRole('menuitem', { name: 'Aggregate' }).click()
  }
  await aggregate()
  await expect(told).toContainText('Status: enabled → disabled')
  await expect(account).toContainText('Disabled')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  // It leaves by itself after a while.
  await expect(told).not.toContainText('Status', { timeout: 15_000 })
  await aggregate()
  await expect(told).toContainText('Nothing has changed on it.')
})
