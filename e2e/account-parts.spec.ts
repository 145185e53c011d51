import { fact, idOf, newBadge, openPart, patchAccount } from './account-panel-places.ts'
import { expect, expectNoAxeViolations, hold, inBothSchemes, test } from './fixtures.ts'

const trackingId = 'e7eab60924f64aa284175b9fa3309599'

test('an entitlement opens in place at an address of its own, and Escape closes one layer', async ({
  page,
  context,
}) => {
  await openPart(
    page,
    await idOf(page, 'sentinel-ordinary'),
    '?q=sentinel-ordinary&part=entitlements',
  )
  const list = page.getByRole('complementary').getByRole('list')
  const first = list.getByRole('link').first()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/layer=entitlement/)
  await expect(first).toHaveAttribute('aria-expanded', 'true')
  await expect(fact(page, 'Object type')).toHaveText('group')
  await expect(fact(page, 'Owner')).toHaveText(/\w/)
  await inBothSchemes(page, () => expectNoAxeViolations(page))

  const copied = await context.newPage()
  await copied.goto(page.url())
  await expect(fact(copied, 'Object type')).toHaveText('group')
  await copied.close()

  await expect(first).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/layer/)
  await expect(page.getByRole('complementary', { name: /^Account / })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/accounts\?q=sentinel-ordinary$/)
})

test('entitlements are narrowed by text and to the privileged, and an empty answer says so', async ({
  page,
}) => {
  const query = new URLSearchParams({
    filters: 'hasEntitlements eq true and source.displayableName eq "Active Directory"',
    limit: '60',
  })
  const accounts = await (await page.request.get(`/api/v2024/accounts?${query}`)).json()
  let privileged: { account: string; count: number; total: number } | undefined
  for (const { id } of accounts) {
    const items = await (
      await page.request.get(`/api/v2024/accounts/${id}/entitlements?limit=100`)
    ).json()
    const count = items.filter((item: { privileged: boolean }) => item.privileged).length
    if (count > 0 && count < items.length && items.length < 100)
      privileged = { account: id, count, total: items.length }
    if (privileged) break
  }
  if (!privileged) throw new Error('No account holds privileged entitlements beside others')
  await openPart(page, privileged.account, '?part=entitlements')
  const rows = page.getByRole('complementary').locator('li:has(> div > a)')
  await expect(rows).toHaveCount(privileged.total)
  await page.getByRole('checkbox', { name: 'Privileged only' }).check()
  await expect(rows).toHaveCount(privileged.count)
  await page.getByRole('searchbox', { name: /loaded entitlements/ }).fill('nothing like that')
  await expect(rows).toHaveCount(0)
  await expect(page.getByText('None of the loaded entitlements fits')).toBeVisible()
})

test('attributes are grouped, times readable beside what the source wrote, secrets shown on demand', async ({
  page,
  request,
  muster,
}) => {
  await openPart(page, await idOf(page, 'sentinel-ordinary'), '')
  const dates = page.getByRole('region', { name: 'Dates' })
  await expect(dates).toContainText(/Windows FILETIME/)
  await expect(page.getByRole('region', { name: 'Entitlements' })).toContainText('memberOf')

  const badge = await newBadge(page, request, muster)
  await patchAccount(page, badge.id, [
    { op: 'add', path: '/attributes/doorPassword', value: 'hunter2' },
    { op: 'add', path: '/attributes/shape', value: { odd: [1, null] } },
    { op: 'add', path: '/attributes/none', value: null },
  ])
  await openPart(page, badge.id, '')
  await expect(fact(page, 'doorPassword')).toContainText('looks like a secret')
  await expect(page.getByText('hunter2')).toHaveCount(0)
  await expect(fact(page, 'none')).toContainText('Not set')
  await expect(fact(page, 'shape')).toContainText('"odd"')
  await fact(page, 'doorPassword').getByRole('button', { name: 'Show it on the screen' }).click()
  await expect(fact(page, 'doorPassword')).toContainText('hunter2')
  await page.getByRole('link', { name: 'JSON' }).click()
  await expect(page.getByRole('complementary').locator('pre')).toContainText('doorPassword')
  await expect(page.getByText('hunter2')).toHaveCount(0)
})

test('slow entitlements show that they come, and a failure can be tried again', async ({
  page,
}) => {
  const entitlements = /\/accounts\/[^/]+\/entitlements/
  const release = await hold(page, entitlements)
  await openPart(page, await idOf(page, 'sentinel-ordinary'), '?part=entitlements')
  await expect(page.getByRole('complementary').locator('[aria-busy=true]')).toBeVisible()
  await expect(page.getByText('holds no entitlements')).toHaveCount(0)
  release()
  await expect(page.getByText(/^3 entitlements/).first()).toBeVisible()
  await page.unroute(entitlements)
  await page.route(entitlements, (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/json',
      body: JSON.stringify({ trackingId, messages: [{ text: 'It broke.' }] }),
    }),
  )
  await page.reload()
  const alert = page.getByRole('alert').filter({ hasText: 'It broke.' })
  await expect(alert).toContainText(trackingId)
  await page.unroute(entitlements)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/^3 entitlements/).first()).toBeVisible()
})
