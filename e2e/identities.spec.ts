import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'
import { expectState, start } from './run-stage.ts'
import { tenantClient } from './tenant-client.ts'

test('log-ins of selected identities are disabled by a run; who has none is named before', async ({
  page,
}) => {
  await page.goto('/identities?q=Sentinel')
  await page.getByRole('checkbox', { name: 'Select Sentinel Sample' }).check()
  await page.getByRole('checkbox', { name: 'Select Sentinel Nologin' }).check()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.getByRole('button', { name: 'Disable log-ins' }).click()
  await expect(page.getByRole('heading', { name: 'Disable 1 log-in?' })).toBeVisible()
  await expect(row(page, 'Sentinel Nologin')).toContainText('no log-in account')
  await start(page, 'Disable 1 log-in')
  await expectState(page, 'Finished')
  await page.goto('/identities?q=Sentinel')
  await expect(row(page, 'Sentinel Sample').first()).toContainText('Disabled')
  await row(page, 'Sentinel Sample').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByText('Disable log-in').first()).toBeVisible()
})

test('the log-in of one identity is switched on its page, and what became of it is said', async ({
  page,
}) => {
  const idOf = async (name: string) => {
    const params = { filters: `name eq "${name}"` }
    return (await (await page.request.get('/api/v2024/identities', { params })).json())[0].id
  }
  const loggingIn = await page.request.get('/api/console/accounts', {
    params: {
      filters: 'systemAccount eq true and disabled eq false and not (identity.name sw "S")',
    },
  })
  const somebody = (await loggingIn.json()).items[0].identityId
  await page.goto(`/identities/${await idOf('Sentinel Nologin')}`)
  await page.getByRole('button', { name: 'Disable log-in' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable log-in' }).click()
  await expect(page.getByText('This identity has no log-in account.')).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))

  await page.goto(`/identities/${somebody}`)
  await page.getByRole('button', { name: 'Disable log-in' }).click()
  const question = page.getByRole('dialog', { name: /^Disable the log-in of/ })
  await question.getByRole('button', { name: 'Disable log-in' }).click()
  await expect(page.getByText('Waiting for the tenant to confirm it')).toBeVisible()
  await expect(page.locator('main header')).toContainText('Disabled', { timeout: 20_000 })
  await expect(page.getByText('Waiting for the tenant to confirm it')).toHaveCount(0)
  await page.getByRole('button', { name: 'Enable log-in' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Enable log-in' }).click()
  await expect(page.getByRole('button', { name: 'Disable log-in' })).toBeVisible({
    timeout: 20_000,
  })
})

test('the people are searched by any of their names', async ({ page }) => {
  await page.goto('/identities')
  await page.getByRole('searchbox').fill('nasty')
  await expect(row(page, 'Nasty Data Sample')).toBeVisible()
  await expect(page).toHaveURL(/q=nasty/)
})

test('the next identity of the list, and the one before, are a key away, and Back is the list', async ({
  page,
}) => {
  await page.goto('/identities?lifecycle=active')
  const links = page
    .getByRole('table', { name: 'Identities' })
    .locator('tbody a[href^="/identities/"]')
  await expect(links.first()).toBeVisible()
  const [first = '', second = '', third = ''] = await page
    .locator('tbody tr td:nth-child(2)')
    .allInnerTexts()
  const table = page.getByRole('table', { name: 'Identities' })
  const count = Number(await table.getAttribute('aria-rowcount')) - 1
  const heading = page.getByRole('heading', { level: 1 })
  const place = page.getByRole('group', { name: 'In the list' })

  await links.first().click()
  await expect(heading).toHaveText(first)
  await expect(place).toContainText(`1 of ${count}`)
  await expect(place.getByRole('button', { name: 'The first in the list' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.keyboard.press('p')
  await expect(heading).toHaveText(first)
  await page.keyboard.press('n')
  await expect(heading).toHaveText(second)
  await expect(heading).toBeFocused()
  await page.getByRole('link', { name: 'Attributes' }).click()
  await place.getByRole('button', { name: `Next identity: ${third}` }).click()
  await expect(heading).toHaveText(third)
  await expect(page).toHaveURL(/\/attributes$/)
  await page.keyboard.press('p')
  await expect(heading).toHaveText(second)

  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(/\/identities\?lifecycle=active$/)
  await expect(links.first()).toBeVisible()
})

test('an identity that was opened by a link has no list around it', async ({ page }) => {
  await page.goto('/identities?q=nasty')
  const link = page.getByRole('link', { name: 'Nasty Data Sample' })
  const address = await link.getAttribute('href')
  await page.goto(address ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nasty Data Sample')
  await expect(page.getByRole('group', { name: 'In the list' })).toHaveCount(0)
})

test('an unknown identity is not found', async ({ page }) => {
  await page.goto(`/identities/${'0'.repeat(32)}`)
  await expect(page.getByRole('heading', { name: /not found/i })).toBeVisible()
})

test('identities are filtered by what the index knows, and show how many accounts they have', async ({
  page,
}) => {
  const ask = async (filters: string) =>
    (
      await page.request.get(
        `/api/console/identities?${new URLSearchParams({ filters, limit: '1', sorters: 'name' })}`,
      )
    ).json()
  await expect.poll(async () => (await ask('')).items[0]?.accounts ?? null).not.toBeNull()
  const { total, items } = await ask('lifecycleState eq "active" and isManager eq true')
  await page.goto('/identities?lifecycle=active&manager=yes')
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText(String(total))
  const first = row(page, items[0].name).first()
  await expect(first).toContainText('active')
  await expect(
    first.getByRole('cell', { name: String(items[0].accounts), exact: true }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /^Lifecycle state/ }).first()).toBeVisible()
})

test('what the index learns of an identity shows in the open list', async ({
  page,
  request,
  muster,
}) => {
  const tenant = await tenantClient(request, muster)
  await page.goto('/identities?q=Nasty')
  const listed = row(page, 'Nasty Data Sample')
  await expect(listed).toContainText('Active')
  const [identity] = await tenant.list('identities', 'name eq "Nasty Data Sample"')
  const id = String(identity?.id)
  // Somebody else looks at the identity: the console learns what the tenant says of it.
  const statusNow = async () =>
    (await (await page.request.get(`/api/v2024/identities/${id}`)).json()).identityStatus
  const inIndex = async () =>
    (await page.request.get('/api/console/identities?filters=name+sw+%22Nasty%22&limit=1')).json()
  await expect.poll(async () => (await inIndex()).index.complete, { timeout: 30_000 }).toBe(true)

  await tenant.post(`identities-accounts/${id}/disable`)
  await expect.poll(statusNow, { timeout: 20_000 }).toBe('DISABLED')
  await expect(listed).toContainText('Disabled')
  await tenant.post(`identities-accounts/${id}/enable`)
  await expect.poll(statusNow, { timeout: 20_000 }).toBe('ACTIVE')
  await expect(listed).toContainText('Active')
})
