import { expect, hold, test } from './fixtures.ts'

const application = /\/assets\/app-[^/]*\.js$/
const questions = /\/api\/console\/(session|views|accounts)\b/

test('what the accounts open with is asked before the application is there, and once', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (questions.test(pathname) && !search.includes('facets=')) asked.push(pathname)
  })
  const arrive = await hold(page, application)
  // What the index learns meanwhile is asked for again, and rightly so.
  await hold(page, /\/console\/events/)

  await page.goto('/accounts', { waitUntil: 'commit' })

  const all = ['/api/console/session', '/api/console/views', '/api/console/accounts']
  await expect.poll(() => asked).toEqual(all)
  arrive()
  await expect(page.getByRole('checkbox', { name: /^Disabled/ })).toBeVisible()
  expect(asked).toEqual(all)
})

test('an answer that did not come before the application was there is asked for again', async ({
  page,
}) => {
  // Only the network can lose one answer and bring the next.
  await page.route('**/api/console/accounts?*', (route) => route.abort(), { times: 1 })

  await page.goto('/accounts')

  await expect(page.getByRole('row').nth(1).getByRole('link').first()).toBeVisible()
})

const popup = /\/assets\/popup-panel-[^/]*\.js$/

for (const [way, press] of [
  ['click', undefined],
  ['key', 'Enter'],
] as const) {
  test(`the first ${way} on a menu counts although its script is still on the way`, async ({
    page,
  }) => {
    const arrive = await hold(page, popup)
    await page.goto('/accounts')
    const button = page.getByRole('button', { name: /^Display/ })
    await (press ? button.press(press) : button.click())
    await expect(page.getByRole('menu')).toHaveCount(0)

    arrive()

    const menu = page.getByRole('menu', { name: 'Display' })
    await expect(menu).toBeVisible()
    await expect(menu.getByRole('menuitemradio').first()).toBeFocused()
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await expect(button).toBeFocused()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await button.click()
    await expect(menu).toBeVisible()
    await button.click()
    await expect(menu).toBeHidden()
  })
}

test('a link changes the page without loading it anew, and with Ctrl opens a tab of its own', async ({
  page,
  context,
}) => {
  await page.goto('/accounts')
  const account = page.getByRole('row').nth(1).getByRole('link').first()
  await expect(account).toBeVisible()
  await page.evaluate(() => document.body.setAttribute('data-same-document', ''))
  const address = await account.getAttribute('href')

  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    account.click({ modifiers: ['ControlOrMeta'] }),
  ])
  await tab.waitForURL(`**${address}`)
  await expect(page).toHaveURL(/\/accounts$/)
  await account.click()

  await expect(page).toHaveURL(new RegExp(`${address}$`))
  await page.goBack()
  await expect(page).toHaveURL(/\/accounts$/)
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Identities' })).toBeVisible()
  await expect(page.locator('body')).toHaveAttribute('data-same-document', '')
})

test('going to the place where one is leaves no step in the history', async ({ page }) => {
  await page.goto('/overview')
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(page).toHaveURL(/\/identities$/)
  await page.getByRole('link', { name: 'Identities', exact: true }).click()

  await page.goBack()

  await expect(page).toHaveURL(/\/overview$/)
})

test('of letters typed faster than answers come none is lost, and Back leaves the list', async ({
  page,
}) => {
  await page.goto('/overview')
  await page.getByRole('link', { name: 'Accounts', exact: true }).click()
  await expect(page.getByRole('row').nth(1).getByRole('link').first()).toBeVisible()
  const answer = await hold(page, /\/api\/console\/accounts\?/)
  const box = page.getByRole('searchbox', { name: 'Search accounts' })

  await box.pressSequentially('no such account')

  await expect(box).toHaveValue('no such account')
  await expect(page).toHaveURL(/q=no\+such\+account$/)
  answer()
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await expect(box).toHaveValue('no such account')
  await page.goBack()
  await expect(page).toHaveURL(/\/overview$/)
})
