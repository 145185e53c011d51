import type { Route } from '@playwright/test'

import {
  expect,
  expectNoAxeViolations,
  hold,
  inBothSchemes,
  row,
  rowAction,
  test,
} from './fixtures.ts'

/*
 * What a page shows while an answer is late, refused or absent. The answers themselves are real;
 * only these stories hold them up, or take them away, on their way to the browser.
 */

const accounts = /\/api\/console\/accounts\?/
const fault = { detailCode: '500.0 Internal fault', trackingId: 'e7eab60924f64aa284175b9fa3309599' }

function failWith(status: number, body: object, headers: Record<string, string> = {}) {
  return (route: Route) =>
    route.fulfill({
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
}

test('a 500 on load is not the empty list, names the tracking id, and can be tried again', async ({
  page,
}) => {
  await page.route(accounts, failWith(500, { ...fault, messages: [{ text: 'It broke.' }] }))
  await page.goto('/accounts?q=sentinel-')
  const alert = page.getByRole('alert').filter({ hasText: 'Could not load' })
  await expect(alert).toContainText('It broke.', { timeout: 20_000 })
  await expect(alert).toContainText(fault.trackingId)
  await expect(page.getByText('No accounts yet')).toHaveCount(0)
  await expect(page.getByText('Nothing matches')).toHaveCount(0)
  // What was asked for stays, since it may be what the tenant cannot answer.
  await expect(page.getByRole('searchbox')).toHaveValue('sentinel-')
  await inBothSchemes(page, () => expectNoAxeViolations(page))

  await page.unroute(accounts)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
})

test('a failed refresh keeps the rows, and says of when they are', async ({ page }) => {
  await page.goto('/accounts?q=sentinel-')
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  await page.route(accounts, failWith(500, { ...fault, messages: [{ text: 'It broke.' }] }))
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByText(/Could not refresh. These rows are as of \d\d:\d\d/)).toBeVisible({
    timeout: 20_000,
  })
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
})

test('a page of HTML in place of data is told as such, and is not the empty list', async ({
  page,
}) => {
  await page.route(accounts, (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Please sign in</p>' }),
  )
  await page.goto('/accounts')
  await expect(page.getByText('The answer could not be read')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('No accounts yet')).toHaveCount(0)
})

test('a 429 shows that the tenant asks to wait, and the page goes on by itself', async ({
  page,
}) => {
  let isFull = true
  const refuse = failWith(429, { message: 'Rate Limit Exceeded' }, { 'Retry-After': '1' })
  await page.route(accounts, (route) => (isFull ? refuse(route) : route.continue()))
  await page.goto('/accounts?q=sentinel-')
  await expect(page.getByText('The tenant asks to wait')).toBeVisible()
  isFull = false
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  await expect(page.getByText('The tenant asks to wait')).toHaveCount(0)
})

test('offline the rows stay, with the time they were read, and the page comes back by itself', async ({
  page,
  context,
}) => {
  await page.goto('/accounts?q=sentinel-')
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  await expect(page.getByText('Complete, ')).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('You are offline')).toBeVisible()
  await expect(page.getByText(/^(As of \d\d:\d\d|Complete, )/)).toBeVisible()
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  await page.getByRole('searchbox').fill('sentinel-locked')
  await context.setOffline(false)
  await expect(page.getByText('You are offline')).toHaveCount(0)
  await expect(row(page, 'sentinel-locked')).toBeVisible()
  await expect(row(page, 'sentinel-ordinary')).toHaveCount(0)
})

test('a page that is opened without a network comes by itself once there is one', async ({
  page,
  context,
}) => {
  await page.goto('/overview')
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('You are offline')).toBeVisible()
  const failed = page.waitForEvent('requestfailed', (request) => /audit-page/.test(request.url()))
  await page.getByRole('link', { name: 'Audit' }).click()
  await failed
  await expect(page.getByRole('alert')).toHaveCount(0)
  await context.setOffline(false)
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible()
})

for (const [name, url, text] of [
  ['the accounts', '/accounts', 'Accounts'],
  ['the identities', '/identities', 'Identities'],
] as const) {
  test(`${name}: slow answers show skeletons, and nothing moves when the rows come`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        // The type of a layout shift is not among those of the DOM.
        for (const entry of list.getEntries()) shifts.push((entry as unknown as Shift).value)
      }).observe({ type: 'layout-shift', buffered: true })
      type Shift = PerformanceEntry & { value: number }
    })
    const release = await hold(page, /\/api\/(v2024|console)\/(accounts|identities)/)
    await page.goto(url)
    const table = page.getByRole('table', { name: text })
    await expect(table).toHaveAttribute('aria-busy', 'true')
    await expect(page.getByText('Loading rows')).toBeAttached()
    release()
    await expect(table.getByRole('link').first()).toBeVisible()
    const moved = await page.evaluate(() =>
      // Put there by the script above.
      (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0),
    )
    expect(moved).toBeLessThan(0.02)
  })
}

test('a double click on Disable starts one run', async ({ page }) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(new URL(request.url()).pathname)
  })
  await page.goto('/accounts?q=sentinel-ordinary')
  await rowAction(page, 'sentinel-ordinary', 'Disable')
  await page.getByRole('dialog').getByRole('button', { name: 'Disable account' }).dblclick()
  await expect(row(page, 'sentinel-ordinary')).toContainText('Disabled')
  expect(sent.filter((path) => path.includes('/console/runs/'))).toHaveLength(1)
  await rowAction(page, 'sentinel-ordinary', 'Enable')
  await expect(row(page, 'sentinel-ordinary')).toContainText('Enabled')
})

test('a name that would disguise itself is written out, and rows keep their height', async ({
  page,
}) => {
  const names = ['x'.repeat(10_000), 'abc\u202Egnp.exe', 'two\nlines', '\u200B', '👩‍👩‍👧‍👦']
  await page.route(accounts, async (route) => {
    const response = await route.fetch()
    const answer: { items: object[] } = await response.json()
    const items = answer.items.map((item, at) => ({
      ...item,
      name: names[at % names.length],
      nativeIdentity: names[(at + 1) % names.length],
    }))
    await route.fulfill({ response, json: { ...answer, items } })
  })
  await page.goto('/accounts')
  await expect(page.getByRole('link', { name: 'abc[U+202E]gnp.exe' }).first()).toBeVisible()
  const heights = await page
    .locator('tbody tr[data-index]')
    .evaluateAll((rows) => rows.map((item) => item.getBoundingClientRect().height))
  expect(new Set(heights)).toEqual(new Set([36]))
  const links = await page.locator('tbody tr[data-index] td:nth-child(2) a').allInnerTexts()
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((text) => text.trim() === '')).toEqual([])
  // Rows further down may still be on their way.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})
