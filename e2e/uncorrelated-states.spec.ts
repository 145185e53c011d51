import { expect, expectNoAxeViolations, hold, inBothSchemes, test } from './fixtures.ts'

const LIST = /\/api\/console\/uncorrelated\?/

test('slow, failing and empty are three different screens', async ({ page }) => {
  const release = await hold(page, LIST)
  await page.goto('/uncorrelated')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(1)
  release()
  await expect(page.getByRole('table', { name: 'Uncorrelated accounts' })).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))

  await page.unroute(LIST)
  await page.route(LIST, (route) =>
    route.fulfill({
      status: 400,
      json: { trackingId: 'track-1', messages: [{ text: 'The index is out of order.' }] },
    }),
  )
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('The index is out of order.')
  await expect(page.getByRole('alert')).toContainText('track-1')
  await expect(page.getByText('Every account belongs to somebody')).toHaveCount(0)

  await page.unroute(LIST)
  await page.route(LIST, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), items: [], total: 0 } })
  })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Every account belongs to somebody')).toBeVisible()
})

test('while accounts are being read the list says that it is a part, and takes no file', async ({
  page,
}) => {
  await page.route(LIST, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    const index = { ...answer.index, complete: false, read: 250, total: 1000 }
    await route.fulfill({ response, json: { ...answer, partial: true, index } })
  })
  await page.goto('/uncorrelated')
  await expect(page.getByText('250 of 1,000 accounts are read. More may follow.')).toBeVisible()
  const upload = page.getByRole('button', { name: 'Upload CSV' })
  await expect(upload).toHaveAttribute('aria-disabled', 'true')
  await expect(upload).toHaveAccessibleDescription(/once all accounts and identities are read/)
})

test('the first data set has suggestions to judge: clear ones are selected, ambiguous ones are not', async ({
  page,
  startMuster,
}) => {
  const { url } = await startMuster({ TENANT_SEED_IDENTITIES: '400' })
  await page.goto(`${url}/uncorrelated`)
  const rows = page.getByRole('table', { name: 'Uncorrelated accounts' }).locator('tbody tr')
  const clear = rows.filter({ hasText: /Score (9\d|8\d) of 100/ }).filter({
    has: page.getByRole('checkbox'),
  })
  await expect(clear.first().getByRole('checkbox')).toBeChecked({ timeout: 30_000 })
  await expect(clear.first().getByRole('list', { name: /^Why / })).toContainText('Employee number')
  const ambiguous = rows.filter({ hasText: 'More than one identity fits about as well' })
  await expect(ambiguous.first()).toBeVisible()
  await expect(ambiguous.getByRole('checkbox')).toHaveCount(0)
  const possible = rows.filter({ hasText: 'almost ' }).filter({ hasText: 'Score 70 of 100' })
  await expect(possible.first().getByRole('checkbox')).not.toBeChecked()
  await expect(rows.filter({ hasText: 'No suggestion' }).first()).toBeVisible()
})

for (const width of [1440, 768, 360, 320]) {
  test(`nothing is cut off or beyond the edge at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/uncorrelated')
    await expect(page.getByRole('table', { name: 'Uncorrelated accounts' })).toBeVisible()
    const beyond = await page.evaluate(() => {
      const main = document.querySelector('main')
      return main ? main.scrollWidth - main.clientWidth : -1
    })
    expect(beyond).toBe(0)
  })
}
