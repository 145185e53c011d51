import { expectAccessible, screens } from './every-screen.ts'
import { expect, hold, test } from './fixtures.ts'
import { untilIndexed } from './source-stage.ts'

const answers = /\/api\/(v2024|console)\/(?!session|events|views)/

test('axe finds nothing on any screen while its answers are on their way', async ({ page }) => {
  test.setTimeout(240_000)
  await untilIndexed(page)
  for (const path of await screens(page)) {
    const release = await hold(page, answers)
    await page.goto(path)
    await expect(page.getByRole('main')).not.toBeEmpty()
    await expectAccessible(page, path)
    await release()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }
})

test('nor where they are refused', async ({ page }) => {
  test.setTimeout(240_000)
  await untilIndexed(page)
  const all = await screens(page)
  const json = { trackingId: 'a1', messages: [{ locale: 'en-US', text: 'This is not for you.' }] }
  await page.route(answers, (route) => route.fulfill({ status: 403, json }))
  for (const path of all) {
    await page.goto(path)
    await expect(page.getByRole('main')).not.toBeEmpty()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expectAccessible(page, path)
  }
})
