import type { Page } from '@playwright/test'

import { panel } from './account-panel-places.ts'
import { expect, expectNoAxeViolations, hold, inBothSchemes, test } from './fixtures.ts'
import { consoleAs, openSource, overflow, sourceNamed } from './source-stage.ts'

const field = (page: Page, name: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${name}`) })
/** A message tells it; who only hears is told the same. */
const told = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Messages' }).getByText(text)
const create = (page: Page) => page.getByRole('button', { name: 'Create account' })

async function openForm(page: Page) {
  await openSource(page, 'Badge System')
  await page.getByRole('link', { name: 'New account' }).click()
  await expect(page.getByRole('heading', { name: 'New account on Badge System' })).toBeVisible()
}

test('an account is created from the schema of its source, by keyboard, and opened', async ({
  page,
}) => {
  await openForm(page)
  await field(page, 'badgeNumber').focus()
  await page.keyboard.type('NEW-0001')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Created By Hand')
  await field(page, 'accessZones').fill('BERLIN-PARKING\nBERLIN-ARCHIVE')
  await field(page, 'department').fill('Night shift')
  await page.keyboard.press('Enter')
  const opened = panel(page, 'Created By Hand')
  await expect(opened).toBeVisible()
  await expect(opened).toContainText('NEW-0001')
  await expect(opened).toContainText('Night shift')
  await expect(opened.getByText('BERLIN-ARCHIVE')).toBeVisible()
  await expect(told(page, 'Created By Hand was created on Badge System')).toBeVisible()
  // The list behind it knows the account too, once the index does.
  await page.goto('/accounts?q=NEW-0001')
  await expect(page.getByRole('row').filter({ hasText: 'Created By Hand' })).toBeVisible()
})

test('what is missing or does not fit is said at its field, and nothing is sent', async ({
  page,
}) => {
  await openForm(page)
  let posts = 0
  page.on('request', (each) => {
    if (each.method() === 'POST' && each.url().endsWith('/v2024/accounts')) posts += 1
  })
  await field(page, 'department').fill('Day shift')
  await create(page).click()
  await expect(field(page, 'badgeNumber')).toBeFocused()
  await expect(field(page, 'badgeNumber')).toHaveAccessibleDescription(/It is needed/)
  await expect(page.getByRole('alert')).toContainText('It is needed')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  expect(posts).toBe(0)
})

test('one that is there already is not changed, but offered', async ({ page }) => {
  await openForm(page)
  await field(page, 'badgeNumber').fill('TAKEN-1')
  await create(page).click()
  await expect(told(page, 'TAKEN-1 was created on Badge System')).toBeVisible()
  await openForm(page)
  await field(page, 'badgeNumber').fill('TAKEN-1')
  await field(page, 'department').fill('Another')
  await create(page).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('There is an account TAKEN-1 already')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await expect(field(page, 'department')).toHaveValue('Another')
  await alert.getByRole('link', { name: 'Open TAKEN-1' }).click()
  await page.getByRole('button', { name: 'Leave without creating it' }).click()
  await expect(panel(page, 'TAKEN-1')).not.toContainText('Another')
})

test('a refusal is told in the words of the tenant, and what was typed is kept', async ({
  page,
}) => {
  await openForm(page)
  const trackingId = 'e7eab60924f64aa284175b9fa3309599'
  // The tenant refuses nothing that the form lets through.
  await page.route(/\/api\/v2024\/accounts$/, (route) =>
    route.fulfill({
      status: 400,
      json: { trackingId, messages: [{ text: 'The badge is not in the pool.' }] },
    }),
  )
  await field(page, 'badgeNumber').fill('NEW-0002')
  await create(page).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The badge is not in the pool.')
  await expect(alert).toContainText(trackingId)
  await expect(field(page, 'badgeNumber')).toHaveValue('NEW-0002')
  await page.unroute(/\/api\/v2024\/accounts$/)
  await create(page).click()
  await expect(told(page, 'NEW-0002 was created on Badge System')).toBeVisible()
})

test('a double click creates one, and while it is sent leaving asks nothing', async ({ page }) => {
  await openForm(page)
  let posts = 0
  page.on('request', (each) => {
    if (each.method() === 'POST' && each.url().endsWith('/v2024/accounts')) posts += 1
  })
  const release = await hold(page, /\/api\/v2024\/accounts$/)
  await field(page, 'badgeNumber').fill('NEW-0003')
  await create(page).dblclick()
  await expect(page.getByText('Creating it, then looking for it').last()).toBeVisible()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Badge System', level: 1 })).toBeVisible()
  release()
  await expect(told(page, 'NEW-0003 was created on Badge System')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Badge System', level: 1 })).toBeVisible()
  expect(posts).toBe(1)
})

test('what was typed is not lost without a question', async ({ page }) => {
  await openForm(page)
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'New account' }).click()
  await field(page, 'badgeNumber').fill('NEW-0004')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByRole('dialog')).toContainText('What you typed is lost')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(field(page, 'badgeNumber')).toHaveValue('NEW-0004')
})

test('other sources take no account by hand, and their page says why', async ({ page }) => {
  await openSource(page, 'Active Directory')
  await expect(page.getByRole('link', { name: 'New account' })).toHaveCount(0)
  await page.goto(`${page.url()}/new-account`)
  await expect(page.getByRole('alert')).toContainText('flat file sources alone')
  await page.getByRole('link', { name: 'Back to Active Directory' }).click()
  await expect(page.getByRole('heading', { name: 'Active Directory', level: 1 })).toBeVisible()
})

test('who may not create accounts is told why, before anything is typed', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const { url } = await consoleAs('demo-auditor', startTenant, startMuster)
  const { id } = await sourceNamed(page, 'Badge System', url)
  await page.goto(`${url}/sources/${id}`)
  const button = page.getByRole('button', { name: 'New account' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(/idn:accounts:manage/)
  await page.goto(`${url}/sources/${id}/new-account`)
  await expect(page.getByRole('alert')).toContainText('You may not create accounts')
  await expect(field(page, 'badgeNumber')).toHaveCount(0)
})

test('the form fits 360 px, and axe finds nothing', async ({ page }) => {
  await openForm(page)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(create(page)).toBeVisible()
  await expect.poll(() => overflow(page)).toBe(0)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})
