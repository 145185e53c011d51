import { expect, expectNoAxeViolations, hold, inBothSchemes, row, test } from './fixtures.ts'
import { aggregation, consoleAs, openSource, overflow, untilIndexed } from './source-stage.ts'

test('every source is listed with its health, owner and numbers, and each number opens its accounts', async ({
  page,
}) => {
  await page.goto('/sources')
  await untilIndexed(page)
  const directory = row(page, 'Active Directory').first()
  await expect(directory).toContainText('Healthy')
  await expect(row(page, 'Oracle EBS')).toContainText('Unhealthy')
  await expect(row(page, 'Workday HR')).toContainText('Yes')
  for (const what of ['Accounts', 'Uncorrelated']) {
    const number = directory.getByRole('link', { name: new RegExp(`^${what} of Active Directory`) })
    await expect(number).toHaveText(/^[\d,]+$/)
    const count = (await number.textContent()) ?? ''
    await number.click()
    await expect(page).toHaveURL(/\/accounts\?source=/)
    const heading = page.getByRole('heading', { name: 'Accounts', level: 1 }).locator('..')
    await expect(heading).toContainText(count)
    await page.goBack()
    await expect(directory).toBeVisible()
  }
})

test('a link to a list of sources shows the same rows, found, filtered and sorted', async ({
  page,
  context,
}) => {
  await page.goto('/sources')
  await page.getByRole('searchbox').fill('file')
  await expect(row(page, 'Active Directory')).toHaveCount(0)
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  await expect(page).toHaveURL(/q=file&sort=-name/)
  const names = (each: typeof page) =>
    each
      .getByRole('table', { name: 'Sources' })
      .getByRole('row')
      .getByRole('link')
      .allTextContents()
  await expect
    .poll(async () => (await names(page)).filter((name) => /Badge|Workday/.test(name)))
    .toEqual(['Workday HR', 'Badge System'])
  const shown = await names(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(row(other, 'Workday HR')).toBeVisible()
  await expect.poll(() => names(other)).toEqual(shown)
})

test('sources are filtered by health, and no match is said and can be undone', async ({ page }) => {
  await page.goto('/sources?health=unhealthy')
  await expect(row(page, 'Oracle EBS')).toBeVisible()
  await expect(row(page, 'Active Directory')).toHaveCount(0)
  await page.getByRole('searchbox').fill('nothing is called so')
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear search and filters' }).click()
  await expect(row(page, 'Active Directory').first()).toBeVisible()
  await expect(page).toHaveURL(/\/sources$/)
})

test('sources that are on their way are skeletons', async ({ page }) => {
  const release = await hold(page, /v2024\/sources\?/)
  await page.goto('/sources')
  await expect(page.getByRole('table', { name: 'Sources' })).toHaveAttribute('aria-busy', 'true')
  await expectNoAxeViolations(page)
  release()
  await expect(row(page, 'Oracle EBS')).toBeVisible()
})

test('sources that fail to come are no empty list, and can be asked for again', async ({
  page,
}) => {
  const body = { trackingId: 'e7eab60924f64aa284175b9fa3309599', messages: [{ text: 'It broke.' }] }
  await page.route(/v2024\/sources\?/, (route) => route.fulfill({ status: 500, json: body }))
  await page.goto('/sources')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('It broke.', { timeout: 20_000 })
  await expect(alert).toContainText(body.trackingId)
  await expect(page.getByText('No sources yet')).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.unroute(/v2024\/sources\?/)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(row(page, 'Oracle EBS')).toBeVisible()
})

test('numbers that cannot be counted are dashes, and the sources stay', async ({ page }) => {
  await page.route(/console\/accounts\?/, (route) =>
    route.fulfill({ status: 400, json: { messages: [{ text: 'The index is broken.' }] } }),
  )
  await page.goto('/sources')
  await expect(row(page, 'Oracle EBS')).toBeVisible()
  await expect(page.getByText(/not up to date. The index is broken/)).toBeVisible()
  await expect(page.getByRole('link', { name: /^Accounts of/ })).toHaveCount(0)
})

test('a tenant without sources is empty, and says so', async ({ page, startMuster }) => {
  const { url } = await startMuster({ TENANT_SEED_IDENTITIES: '0' })
  await page.goto(`${url}/sources`)
  await expect(page.getByRole('heading', { name: 'No sources yet' })).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})

test('who may not see sources is told why, in the list and at a link', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const { url } = await consoleAs('demo-limited', startTenant, startMuster)
  await page.goto(`${url}/sources`)
  await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(/idn:sources:read/)
  await page.goto(`${url}/sources/${'0'.repeat(32)}`)
  await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible()
})

test('a source shows its facts, features and schema, and its numbers open its accounts', async ({
  page,
}) => {
  await page.goto('/sources')
  await page.getByRole('link', { name: 'Active Directory', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Active Directory', level: 1 })).toBeVisible()
  await expect(page.getByText('Group provisioning')).toBeVisible()
  const schema = page.getByRole('table', { name: 'Account attributes' })
  await expect(schema.getByRole('row').filter({ hasText: 'distinguishedName' })).toContainText(
    'Identifies the account',
  )
  await expect(schema.getByRole('row').filter({ hasText: 'memberOf' })).toContainText('Entitlement')
  await untilIndexed(page)
  const locked = page.getByRole('link', { name: /^Locked of Active Directory/ })
  await expect(locked).toHaveText(/^\d+$/)
  const count = (await locked.textContent()) ?? ''
  await locked.click()
  await expect(page).toHaveURL(/status=locked/)
  await expect(
    page.getByRole('heading', { name: 'Accounts', level: 1 }).locator('..'),
  ).toContainText(count)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Active Directory', level: 1 })).toBeVisible()
})

test('an unhealthy source says why, and an unknown one is not found', async ({ page }) => {
  await openSource(page, 'Oracle EBS')
  await expect(page.getByText(/The source has failed\. An aggregation may fail/)).toBeVisible()
  await page.goto(`/sources/${'0'.repeat(32)}`)
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible()
})

test('a schema that may not be seen is said, and the rest of the source stays', async ({
  page,
}) => {
  await page.route(/\/schemas/, (route) =>
    route.fulfill({ status: 403, json: { messages: [{ text: 'Not your schema.' }] } }),
  )
  await openSource(page, 'Active Directory')
  await expect(page.getByRole('alert')).toContainText('Not your schema.')
  await expect(aggregation(page)).toBeVisible()
})

for (const [name, path] of [
  ['the list of sources', '/sources'],
  ['a source', undefined],
] as const) {
  test(`${name}: axe finds nothing, and nothing is cut off at 360 px`, async ({ page }) => {
    if (path) await page.goto(path)
    else await openSource(page, 'Badge System')
    await untilIndexed(page)
    await expect(page.getByRole('link', { name: /^Accounts of Badge System/ })).toBeVisible()
    await inBothSchemes(page, () => expectNoAxeViolations(page))
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await overflow(page)).toBe(0)
    await inBothSchemes(page, () => expectNoAxeViolations(page))
  })
}
