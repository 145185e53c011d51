import { expect, test } from './fixtures.ts'

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
