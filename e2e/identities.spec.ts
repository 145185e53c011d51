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

test('identities are filtered by what the index knows, and show how many accounts they have', async ({
  page,
}) => {
  const ask = async (filters: string) =>
    (
      await page.request.get(
        `/api/console/identities?${new URLSearchParams({ filters, limit: '1', sorters: 'name' })}`,
      )
    ).json()
  await expect.poll(async () => (await ask('')).items[0]?.accounts ?? null).not.toBeNull()
  const { total, items } = await ask('lifecycleState eq "active" and isManager eq true')
  await page.goto('/identities?lifecycle=active&manager=yes')
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText(String(total))
  const first = row(page, items[0].name).first()
  await expect(first).toContainText('active')
  await expect(
    first.getByRole('cell', { name: String(items[0].accounts), exact: true }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /^Lifecycle state/ }).first()).toBeVisible()
})
