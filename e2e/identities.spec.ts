import { expect, row, test } from './fixtures.ts'

test('selected identities are disabled, with a verdict for each and the failed one named', async ({
  page,
}) => {
  await page.goto('/identities?q=Sentinel')
  await page.getByRole('checkbox', { name: 'Select Sentinel Sample' }).check()
  await page.getByRole('checkbox', { name: 'Select Sentinel Nologin' }).check()
  await page.getByRole('button', { name: 'Disable 2 identities' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable 2 identities' }).click()
  await expect(page.getByText(/Referenced identity ".*" was not found/)).toBeVisible()
  await expect(row(page, 'Sentinel Sample').first()).toContainText('Disabled', { timeout: 20_000 })
})

test('the people are searched by any of their names', async ({ page }) => {
  await page.goto('/identities')
  await page.getByRole('searchbox').fill('nasty')
  await expect(row(page, 'Nasty Data Sample')).toBeVisible()
  await expect(page).toHaveURL(/q=nasty/)
})

test('an unknown identity is not found', async ({ page }) => {
  await page.goto(`/identities/${'0'.repeat(32)}`)
  await expect(page.getByRole('heading', { name: /not found/i })).toBeVisible()
})
