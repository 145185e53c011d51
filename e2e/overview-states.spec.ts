import { expect, expectNoAxeViolations, hold, inBothSchemes, test } from './fixtures.ts'
import { counts, numbersOf, readAll } from './overview-numbers.ts'

test('while the answer is on its way the frame stands, and nothing moves when it comes', async ({
  page,
}) => {
  const release = await hold(page, counts)
  await page.goto('/overview')
  const titles = page.getByRole('heading', { level: 2 })
  await expect(titles).toHaveCount(6)
  const places = () =>
    titles.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().y))
  const tiles = page.getByRole('region', { name: 'Worth a look' }).getByRole('listitem')
  const boxes = () =>
    tiles.evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())))
  const before = [await places(), await boxes()]
  await expect(page.getByRole('link', { name: /\d accounts?$/ })).toHaveCount(0)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  release()
  await numbersOf(page)
  expect([await places(), await boxes()]).toEqual(before)
})

test('the page is busy until the last of its counts has come', async ({ page }) => {
  const release = await hold(page, /\/api\/console\/accounts\?.*\bfacets=cloudLifecycleState/)
  await page.goto('/overview')
  await expect(page.getByRole('link', { name: /^Locked: / }).first()).toBeVisible()
  const busy = page.locator('main [aria-busy="true"]')
  await expect(busy).toHaveCount(1)
  release()
  await expect(busy).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Enabled, person has left: / })).toBeVisible()
})

test('counts that fail are no zeros, say why, and can be asked for again', async ({ page }) => {
  const body = { trackingId: 'e7eab60924f64aa284175b9fa3309599', messages: [{ text: 'It broke.' }] }
  await page.route(counts, (route) => route.fulfill({ status: 500, json: body }))
  await page.goto('/overview')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('It broke.', { timeout: 20_000 })
  await expect(alert).toContainText(body.trackingId)
  await expect(page.getByRole('link', { name: /\d accounts?$/ })).toHaveCount(0)
  await page.unroute(counts)
  await alert.getByRole('button', { name: 'Try again' }).click()
  expect((await numbersOf(page)).length).toBeGreaterThan(25)
})

test('a tenant without accounts is empty, and not a page of zeros', async ({
  page,
  startMuster,
}) => {
  const { url } = await startMuster({ TENANT_SEED_IDENTITIES: '0' })
  await page.goto(`${url}/overview`)
  await expect(page.getByRole('heading', { name: 'No accounts yet' })).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})

test('numbers follow what happens at the tenant without a reload, and stay when it goes away', async ({
  page,
  startTenant,
  startMuster,
}) => {
  test.setTimeout(120_000)
  const tenant = await startTenant()
  const { url } = await startMuster({
    SAIL_BASE_URL: tenant.url,
    SAIL_CLIENT_ID: 'demo-admin',
    SAIL_CLIENT_SECRET: 'demo-admin-secret',
  })
  await page.goto(`${url}/overview`)
  const before = await numbersOf(page)
  const disabled = before.find(({ label }) => label === 'Disabled')?.count ?? 0
  const account = (await readAll(page, url)).find(
    (each) => !each.disabled && !each.locked && each.sourceName === 'Active Directory',
  )
  const status = await page.evaluate(async (id) => {
    const headers = { 'Content-Type': 'application/json' }
    return (
      await fetch(`/api/v2024/accounts/${id}/disable`, { method: 'POST', headers, body: '{}' })
    ).status
  }, account?.id)
  expect(status).toBe(202)
  const name = `Disabled: ${disabled + 1} accounts`
  await expect(page.getByRole('link', { name })).toBeVisible({ timeout: 30_000 })

  await tenant.stop()
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(
    page.getByText(/^Not up to date\. These numbers are as of \d\d:\d\d\. /),
  ).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByRole('link', { name })).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})

test('a console that goes away takes no number with it, and is told', async ({
  page,
  startMuster,
}) => {
  const { url, stop } = await startMuster()
  await page.goto(`${url}/overview`)
  await numbersOf(page)
  await stop()
  await expect(
    page.getByText(/^Not up to date\. These numbers are as of \d\d:\d\d\. /),
  ).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByRole('link', { name: /^Enabled: [\d,]+ accounts$/ })).toBeVisible()
  await expect(page.getByText(/No answer came/).first()).toBeVisible()
})

test('until all accounts are read the numbers are marked, and the marks go by themselves', async ({
  page,
  startMuster,
}) => {
  test.setTimeout(120_000)
  const { url } = await startMuster({
    TENANT_SEED_IDENTITIES: '300',
    TENANT_RATE_LIMIT: '6',
  })
  await page.goto(`${url}/overview`)
  await expect(page.getByText(/^[\d,]+ of [\d,]+ read$/)).toBeVisible({ timeout: 30_000 })
  const partial = page.getByRole('link', { name: /^Enabled: [\d,]+ so far accounts$/ })
  await expect(partial).toHaveText(/^[\d,]+\+$/, { timeout: 30_000 })
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  expect((await numbersOf(page)).length).toBeGreaterThan(25)
})

test('a tenant that could not be read at all is a failure with its reason, and no page of zeros', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const tenant = await startTenant()
  await tenant.stop()
  const { url } = await startMuster({
    SAIL_BASE_URL: tenant.url,
    SAIL_CLIENT_ID: 'demo-admin',
    SAIL_CLIENT_SECRET: 'demo-admin-secret',
  })
  await page.goto(`${url}/overview`)
  const alert = page.getByRole('alert').filter({ hasText: 'The accounts could not be read' })
  await expect(alert).toContainText(/reached/, { timeout: 20_000 })
  await expect(page.getByRole('table')).toHaveCount(0)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})

test('while entitlements are being read, the number of privileged accounts is marked, and says how far it is', async ({
  page,
  startMuster,
}) => {
  // So few calls are allowed that there is time to look.
  const { url } = await startMuster({ TENANT_RATE_LIMIT: '20' })
  await page.goto(`${url}/overview`)
  const tile = page.getByRole('listitem').filter({ hasText: 'Privileged' })
  await expect(tile).toContainText(/\d+ of \d+ entitlements known/, { timeout: 40_000 })
  await expect(tile.getByRole('link')).toHaveAccessibleName(/^Privileged: [\d,]+ so far accounts?$/)
  await expect(page.getByText(/^Complete, /)).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await tile.getByRole('link').click()
  await expect(page).toHaveURL(/\/accounts\?privileged=yes$/)
  const box = page.getByRole('checkbox', { name: /^Not known, [1-9]\d* accounts?$/ }).first()
  await expect(box).toBeVisible()
})

test('a client that the tenant does not tell enough is shown what is certain, and why no more', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const tenant = await startTenant()
  const { url } = await startMuster({
    SAIL_BASE_URL: tenant.url,
    SAIL_CLIENT_ID: 'demo-helpdesk',
    SAIL_CLIENT_SECRET: 'demo-helpdesk-secret',
  })
  await page.goto(`${url}/overview`)
  const tile = page.getByRole('listitem').filter({ hasText: 'Privileged' })
  await expect(tile.getByRole('link')).toHaveAccessibleName(
    /^Privileged: [1-9][\d,]* so far accounts?$/,
    { timeout: 30_000 },
  )
  await expect(tile).not.toContainText('With a privileged entitlement')
  await expect(tile).not.toContainText('still being read')
})
