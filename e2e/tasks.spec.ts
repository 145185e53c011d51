import { expect, expectNoAxeViolations, hold, inBothSchemes, row, test } from './fixtures.ts'
import { aggregate, consoleAs, overflow, sourceNamed } from './source-stage.ts'

test('tasks are listed the newest first, and one opens beside the list at an address of its own', async ({
  page,
  context,
}) => {
  await page.goto('/tasks')
  const failed = row(page, 'Oracle EBS').last()
  await expect(failed).toContainText('Failed')
  await expect(failed).toContainText('The system behind Oracle EBS did not answer.')
  const times = await page
    .getByRole('row')
    .locator('time')
    .evaluateAll((all) => all.map((each) => each.getAttribute('datetime') ?? ''))
  expect(times.length).toBeGreaterThan(5)
  expect(times).toEqual(times.toSorted().toReversed())
  await failed.getByRole('link', { name: 'Cloud Account Aggregation' }).click()
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f]{32}(\?at=\d+)?$/)
  const panel = page.getByRole('complementary', { name: 'Task Cloud Account Aggregation' })
  await expect(panel.getByRole('region', { name: 'Messages' })).toContainText(
    'Error: The system behind Oracle EBS did not answer.',
  )
  await expect(panel).not.toContainText('{')
  await expect(panel.getByRole('button', { name: /^Copy task id/ }).first()).toBeVisible()
  await expect(panel.getByRole('link', { name: 'Oracle EBS' })).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))

  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('complementary')).toContainText('did not answer')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/tasks(\?at=\d+)?$/)
  await expect(panel).toHaveCount(0)
})

test('tasks are filtered by state, type and source, and the link holds it', async ({ page }) => {
  await page.goto('/tasks?state=ERROR')
  await expect(row(page, 'Oracle EBS').first()).toBeVisible()
  await expect(row(page, 'Active Directory')).toHaveCount(0)
  const { id } = await sourceNamed(page, 'Active Directory')
  await page.goto(`/tasks?type=CLOUD_ACCOUNT_AGGREGATION&source=${id}`)
  await expect(page.getByRole('button', { name: /^Source is Active Directory/ })).toBeVisible()
  await expect(row(page, 'Cloud Account Aggregation').first()).toContainText('Active Directory')
  await expect(row(page, 'Oracle EBS')).toHaveCount(0)
  await page.goto('/tasks?type=MACHINE_IDENTITY_DELETION')
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Clear search and filters' }).click()
  await expect(page).toHaveURL(/\/tasks$/)
})

test('a task that begins and ends elsewhere comes, moves on and ends without a reload', async ({
  page,
  startMuster,
}) => {
  test.setTimeout(90_000)
  const { url } = await startMuster({ TENANT_TASK_MS: '14000' })
  const { id } = await sourceNamed(page, 'Salesforce', url)
  await page.goto(`${url}/tasks`)
  await expect(row(page, 'Oracle EBS')).toBeVisible()
  const { task } = await aggregate(page, id, url)
  const first = page.getByRole('row').nth(1)
  await expect(first).toContainText(/Waiting|Running/, { timeout: 20_000 })
  await expect(page.getByText('1 not ended yet')).toBeVisible()
  await first.getByRole('link', { name: 'Cloud Account Aggregation' }).click()
  await expect(page).toHaveURL(`${url}/tasks/${task.id}`)
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('progressbar')).toBeVisible()
  await expectNoAxeViolations(page)
  await expect(panel).toContainText('Accounts read', { timeout: 40_000 })
  await expect(panel).toContainText('Completed')
  await expect(first).toContainText('Completed', { timeout: 20_000 })
  await expect(page.getByText('1 not ended yet')).toHaveCount(0)
})

test('a long list of tasks is read to its end by scrolling', async ({ page, startMuster }) => {
  test.setTimeout(120_000)
  const { url } = await startMuster({ TENANT_TASK_MS: '0' })
  const accounts = await (
    await page.request.get(`${url}/api/v2024/accounts`, {
      params: {
        limit: '250',
        filters: 'sourceId eq "' + (await sourceNamed(page, 'Active Directory', url)).id + '"',
      },
    })
  ).json()
  for (let sent = 0; sent < 240; sent += 1) {
    const { id } = accounts[sent % accounts.length]
    await page.request.post(`${url}/api/v2024/accounts/${id}/reload`)
  }
  const table = page.getByRole('table', { name: 'Tasks' })
  await page.goto(`${url}/tasks`)
  await expect
    .poll(async () => Number(await table.getAttribute('aria-rowcount')), { timeout: 30_000 })
    .toBeGreaterThan(240)
  await page.getByRole('row').nth(1).focus()
  await page.keyboard.press('End')
  const last = page.getByRole('row').last()
  await expect(last).toContainText('Cloud Account Aggregation')
  await expect(last).toHaveAttribute(
    'aria-rowindex',
    (await table.getAttribute('aria-rowcount')) ?? '',
  )
  await expect(page).toHaveURL(/at=\d+/)
})

test('a task that is not there any more is said so, and the list stays', async ({ page }) => {
  await page.goto(`/tasks/${'0'.repeat(32)}`)
  await expect(page.getByRole('complementary')).toContainText('not there any more')
  await expect(row(page, 'Oracle EBS').first()).toBeVisible()
})

test('tasks that are on their way are skeletons', async ({ page }) => {
  const release = await hold(page, /task-status\?/)
  await page.goto('/tasks')
  await expect(page.getByRole('table', { name: 'Tasks' })).toHaveAttribute('aria-busy', 'true')
  release()
  await expect(row(page, 'Oracle EBS').first()).toBeVisible()
})

test('tasks that fail to come are no empty list, and can be asked for again', async ({ page }) => {
  const body = { trackingId: 'e7eab60924f64aa284175b9fa3309599', messages: [{ text: 'It broke.' }] }
  await page.route(/task-status\?/, (route) => route.fulfill({ status: 500, json: body }))
  await page.goto('/tasks')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('It broke.', { timeout: 20_000 })
  await expect(alert).toContainText(body.trackingId)
  await expect(page.getByText('No tasks')).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.unroute(/task-status\?/)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(row(page, 'Oracle EBS').first()).toBeVisible()
})

test('a tenant that has done nothing says so, and who may not see tasks is told why', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const { url: empty } = await startMuster({ TENANT_SEED_IDENTITIES: '0' })
  await page.goto(`${empty}/tasks`)
  await expect(page.getByRole('heading', { name: 'No tasks' })).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  const { url } = await consoleAs('demo-limited', startTenant, startMuster)
  await page.goto(`${url}/tasks`)
  await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(/task-management/)
})

test('who may not see sources sees tasks all the same', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const { url } = await consoleAs('demo-helpdesk', startTenant, startMuster)
  await page.goto(`${url}/tasks`)
  await expect(row(page, 'Oracle EBS')).toContainText('Failed')
  await page.goto(`${url}/sources`)
  await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible()
})

test('the tasks: axe finds nothing, and nothing is cut off at 360 px', async ({ page }) => {
  await page.goto('/tasks')
  await expect(row(page, 'Oracle EBS').first()).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflow(page)).toBe(0)
  await row(page, 'Oracle EBS').first().getByRole('link').first().click()
  await expect(page.getByRole('complementary')).toContainText('Messages')
  expect(await overflow(page)).toBe(0)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})
