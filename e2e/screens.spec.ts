import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'

const screens = [
  ['the identities', '/identities?q=Sentinel', 'Sentinel Sample'],
  ['the accounts', '/accounts?q=sentinel-', 'sentinel-ordinary'],
  ['a search without a match', '/accounts?q=nobody-is-called-this', 'Nothing matches'],
  ['a page that is not there', '/nowhere', 'There is no such page'],
] as const

for (const [name, url, text] of screens) {
  test(`${name}: axe finds nothing, in light and dark`, async ({ page }) => {
    await page.goto(url)
    await expect(page.getByText(text).first()).toBeVisible()
    await inBothSchemes(page, () => expectNoAxeViolations(page))
  })

  test(`${name}: nothing is cut off at 360 px`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(url)
    await expect(page.getByText(text).first()).toBeVisible()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  })
}

test('a change of the scheme is one step: no text passes over a surface of the other scheme', async ({
  page,
}) => {
  await page.goto('/identities?q=Sentinel+Sample')
  await page.getByRole('link', { name: 'Sentinel Sample' }).click()
  await expect(page.getByRole('button', { name: /log-in/ })).toBeVisible()
  const fading = await page.evaluate(() => {
    document.documentElement.setAttribute('data-mantine-color-scheme', 'dark')
    const running = document.getAnimations().filter((item) => item instanceof CSSTransition)
    return running.map(({ transitionProperty }) => transitionProperty)
  })
  expect(fading).toEqual([])
})

test('an identity and an open account: axe finds nothing, in light and dark', async ({ page }) => {
  await page.goto('/identities?q=Sentinel+Sample')
  await page.getByRole('link', { name: 'Sentinel Sample' }).click()
  await row(page, 'sentinel-locked').getByRole('link', { name: 'sentinel-locked' }).first().click()
  await expect(page.getByText('Native identity').first()).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})
