import type { Page } from '@playwright/test'

import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'
import { overflow } from './source-stage.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Act on the accounts of a file' })

async function choose(page: Page, content: string, url = '') {
  await page.goto(`${url}/runs`)
  const input = page.getByLabel('CSV file that names accounts')
  await input.setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  })
  await expect(dialog(page)).toBeVisible()
}

async function nativeIdentityOf(page: Page, name: string, url = '') {
  const params = { filters: `name eq "${name}"`, limit: '1' }
  const answer = await page.request.get(`${url}/api/console/accounts`, { params })
  return String((await answer.json()).items[0].nativeIdentity)
}

test('the accounts that a file names are disabled by a run; what it does not find is said', async ({
  page,
  startMuster,
}) => {
  const { url } = await startMuster()
  await expect
    .poll(async () => (await (await page.request.get(`${url}/api/console/index`)).json()).complete)
    .toBe(true)
  const native = await nativeIdentityOf(page, 'sentinel-ordinary', url)
  const lines = [
    'nativeIdentity;source',
    `"${native}";Active Directory`,
    'CN=Nobody;Active Directory',
    `"${native}";active directory`,
    ';Active Directory',
  ]
  await choose(page, lines.join('\r\n'), url)
  await expect(dialog(page)).toContainText(
    'people.csv names 3 accounts by native identity and source',
  )
  await expect(dialog(page)).toContainText('1 row names none')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await dialog(page).getByLabel('Action').selectOption('Disable')
  await dialog(page).getByRole('button', { name: 'Show the plan' }).click()

  await expect(page.getByRole('heading', { name: 'Disable 1 account?' })).toBeVisible()
  await expect(page.getByText('Nothing has been sent yet.')).toBeVisible()
  await page.getByRole('link', { name: /^Not found 2/ }).click()
  await expect(row(page, 'CN=Nobody')).toContainText('No account matches this line.')
  await expect(row(page, 'CN=Nobody')).toContainText('line 3')
  await expect(page.getByText('The same account stands in a line before.')).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.getByRole('button', { name: 'Disable 1 account', exact: true }).click()
  await expect(row(page, 'sentinel-ordinary')).toContainText('Done', { timeout: 30_000 })
})

test('a file that names no accounts says why, and can be left by keyboard', async ({ page }) => {
  await choose(page, 'name,mail\nAda,ada@example.com\n')
  await expect(dialog(page).getByRole('alert')).toContainText('a column nativeIdentity')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Run from a file' })).toBeVisible()
})

test('a plan that cannot be made is told where the file is, and can be asked for again', async ({
  page,
}) => {
  const native = await nativeIdentityOf(page, 'sentinel-ordinary')
  await choose(page, `nativeIdentity\n"${native}"\n`)
  const plans = /\/api\/console\/runs\/plans$/
  const body = { messages: [{ text: 'The index is being read.' }] }
  // No account makes the console itself refuse a plan.
  await page.route(plans, (route) => route.fulfill({ status: 409, json: body }))
  await dialog(page).getByRole('button', { name: 'Show the plan' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('The index is being read.')
  await page.unroute(plans)
  await dialog(page).getByRole('button', { name: 'Show the plan' }).click()
  await expect(page.getByRole('heading', { name: /account\?$|nothing to do$/ })).toBeVisible()
})

test('the question fits 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await choose(page, 'id\nabc\n')
  await expect(dialog(page).getByRole('button', { name: 'Show the plan' })).toBeInViewport()
  expect(await overflow(page)).toBe(0)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})
