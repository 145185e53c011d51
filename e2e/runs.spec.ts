import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'
import { bar, expectState, plan, select, start, tab } from './run-stage.ts'

test('selected accounts are disabled by a run, and enabled again by its undo', async ({
  page,
  startMuster,
}) => {
  test.setTimeout(90_000)
  const { url } = await startMuster()
  await page.goto(`${url}/accounts?q=sentinel-ordinary`)
  await select(page, 'sentinel-ordinary')
  await expect(bar(page)).toContainText('1 selected')
  await plan(page, 'Disable')
  await expect(page.getByText('Nothing has been sent yet.')).toBeVisible()
  await expect(row(page, 'sentinel-ordinary')).toContainText('Will change')
  await inBothSchemes(page, () => expectNoAxeViolations(page))

  await start(page, 'Disable 1 account')
  await expect(row(page, 'sentinel-ordinary')).toContainText('Done', { timeout: 30_000 })
  await expectState(page, 'Finished')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await row(page, 'sentinel-ordinary').getByRole('link', { name: 'sentinel-ordinary' }).click()
  await expect(page.getByRole('complementary').last()).toContainText('Disabled')
  await page.goBack()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'Enable 1 account?' })).toBeVisible()
  await start(page, 'Enable 1 account')
  await expect(row(page, 'sentinel-ordinary')).toContainText('Done', { timeout: 30_000 })

  await page.goto(`${url}/audit`)
  await expect(row(page, 'disabled → enabled')).toContainText('sentinel-ordinary')
  await expect(row(page, 'enabled → disabled')).toContainText('sentinel-ordinary')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})

test('failures are named with the words of the tenant, and only they are tried again', async ({
  page,
  startMuster,
}) => {
  test.setTimeout(120_000)
  const { url } = await startMuster()
  await page.goto(`${url}/accounts?q=sentinel-`)
  const names = ['sentinel-ordinary', 'sentinel-disable-403', 'sentinel-task-error']
  await select(page, ...names)
  await plan(page, 'Disable')
  await start(page, 'Disable 3 accounts')
  await expectState(page, 'Finished')
  await expect(row(page, 'sentinel-ordinary')).toContainText('Done')
  await expect(row(page, 'sentinel-task-error')).toContainText('Failed')

  await tab(page, /^Failed/).click()
  await expect(row(page, 'sentinel-ordinary')).toHaveCount(0)
  const refused = row(page, 'sentinel-disable-403')
  await expect(refused).toContainText('Failed')
  await expect(refused.getByRole('button', { name: /^Copy tracking id/ })).toBeVisible()
  await page.getByRole('button', { name: 'Retry 2 failed' }).click()
  await expectState(page, 'Finished')
  await expect(tab(page, /^Done 1/)).toBeVisible()
  await page.goto(`${url}/runs`)
  await expect(row(page, 'Disable 3 accounts')).toContainText('2 failed')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})

test('all that match are planned; a run goes on while nobody looks, and is cancelled', async ({
  page,
  startMuster,
}) => {
  test.setTimeout(120_000)
  // So few calls that there is time to look.
  const { url } = await startMuster({ TENANT_RATE_LIMIT: '20' })
  await page.goto(`${url}/accounts?status=enabled`)
  await expect(page.getByText(/^Complete/)).toBeVisible({ timeout: 60_000 })
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .click()
  await bar(page)
    .getByRole('button', { name: /^Select all/ })
    .click()
  await expect(bar(page)).toContainText(/^All [\d,]+ matching/)
  await plan(page, 'Aggregate')
  const confirm = page.getByRole('button', { name: /^Aggregate [\d,]+ accounts$/ })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  const wanted = /Type (\d+) to confirm/.exec(await page.getByText(/^Type \d+/).innerText())?.[1]
  await page.getByLabel(/^Type/).fill(wanted ?? '')
  await confirm.click()
  await expect(page).toHaveURL(/\/runs\/[0-9a-f-]+$/)
  await expectState(page, 'Running')

  await page.getByRole('link', { name: 'Overview' }).first().click()
  await page.getByRole('link', { name: /^A run is under way/ }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expectState(page, 'Paused')
  await page.reload()
  await expectState(page, 'Paused')
  await page.getByRole('button', { name: 'Resume' }).click()
  await expectState(page, 'Running')
  await page.getByRole('button', { name: 'Cancel run' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel run' }).click()
  await expectState(page, 'Cancelled')
  await expect(tab(page, /^Not sent/)).toBeVisible()
  await expect(page.getByRole('link', { name: /^A run is under way/ })).toHaveCount(0)
})

test('a plan is no run before it is confirmed, and one that is not there is said to be so', async ({
  page,
}) => {
  await page.goto('/accounts?q=sentinel-locked')
  await select(page, 'sentinel-locked')
  await plan(page, 'Unlock')
  await page.getByRole('button', { name: 'Do not send' }).click()
  await expect(page).toHaveURL(/\/accounts\?q=sentinel-locked/)
  await expect(row(page, 'sentinel-locked')).toContainText('Locked')
  await expect(bar(page)).toContainText('1 selected')

  await page.goto('/runs/plans/nowhere')
  await expect(page.getByRole('heading', { name: 'There is no such plan' })).toBeVisible()
  await page.goto('/runs/nowhere')
  await expect(page.getByRole('heading', { name: 'There is no such run' })).toBeVisible()
})

test('what would not change is said before anything is sent', async ({ page }) => {
  await page.goto('/accounts?q=sentinel-ordinary')
  await select(page, 'sentinel-ordinary')
  await plan(page, 'Enable')
  await expect(page.getByRole('heading', { name: 'Enable: nothing to do' })).toBeVisible()
  await expect(row(page, 'sentinel-ordinary')).toContainText('So already')
  await expect(page.getByRole('button', { name: /^Enable/ })).toHaveCount(0)
})

test('all accounts of selected identities are planned', async ({ page }) => {
  await page.goto('/identities?q=Sentinel+Sample')
  await row(page, 'Sentinel Sample').getByRole('checkbox').click()
  await page.getByRole('button', { name: 'Disable their accounts' }).click()
  await expect(page).toHaveURL(/\/runs\/plans\//)
  await expect(row(page, 'sentinel-ordinary')).toContainText('Sentinel Sample')
})

for (const path of ['/runs', '/audit']) {
  test(`${path}: nothing is cut off at 360 px, and a failure is no empty list`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await page.route(/\/api\/console\/(runs|audit)\?/, (route) =>
      route.fulfill({ status: 400, json: { messages: [{ text: 'It cannot be read.' }] } }),
    )
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('It cannot be read.')
  })
}

test('rows that a larger run has under way are pending, until each shows what became of it', async ({
  page,
  startMuster,
}) => {
  const { url } = await startMuster()
  await page.goto(`${url}/accounts?q=sentinel-`)
  const [slow, quick] = [row(page, 'sentinel-slow'), row(page, 'sentinel-ordinary')]
  await expect(slow).toContainText('Enabled')
  const idOf = async (name: string) => {
    const path = `${url}/api/v2024/accounts?filters=name eq "${name}"`
    return (await (await page.request.get(path)).json())[0].id
  }
  const accountIds = [await idOf('sentinel-slow'), await idOf('sentinel-ordinary')]
  // Somebody else begins it.
  const data = { action: 'disable', selection: { accountIds } }
  const plan = await (await page.request.post(`${url}/api/console/runs/plans`, { data })).json()
  await page.request.post(`${url}/api/console/runs`, { data: { planId: plan.id, count: 2 } })
  await expect(slow).toContainText('Pending')
  await expect(quick).toContainText('Disabled')
  await expect(quick).not.toContainText('Pending')
  await expect(slow).toContainText('Pending')
  await page.reload()
  await expect(slow).toContainText('Pending')
  await expect(slow).toContainText('Disabled', { timeout: 30_000 })
  await expect(slow).not.toContainText('Pending')
})
