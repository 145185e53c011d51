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
