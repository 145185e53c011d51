import { kindsOfScreens } from './every-screen.ts'
import { expect, expectNoAxeViolations, hold, test } from './fixtures.ts'
import { untilIndexed } from './source-stage.ts'

// How it is where they have come, in both schemes, the stories of each screen look at.

const answers = /\/api\/(v2024|console)\/(?!session|events|views)/

test('axe finds nothing on a screen while its answers are on their way', async ({ page }) => {
  test.setTimeout(120_000)
  await untilIndexed(page)
  for (const path of await kindsOfScreens(page)) {
    const release = await hold(page, answers)
    await page.goto(path)
    await expect(page.getByRole('main')).not.toBeEmpty()
    await test.step(path, () => expectNoAxeViolations(page))
    await release()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }
})

test('nor on one where they are refused', async ({ page }) => {
  test.setTimeout(120_000)
  await untilIndexed(page)
  const all = await kindsOfScreens(page)
  const json = { trackingId: 'a1', messages: [{ locale: 'en-US', text: 'This is not for you.' }] }
  // No client of the tenant is refused every answer, and a console without any opens no screen.
  await page.route(answers, (route) => route.fulfill({ status: 403, json }))
  for (const path of all) {
    await page.goto(path)
    await expect(page.getByRole('main')).not.toBeEmpty()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await test.step(path, () => expectNoAxeViolations(page))
  }
})
