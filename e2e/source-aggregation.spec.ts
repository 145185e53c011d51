import { expect, expectNoAxeViolations, hold, inBothSchemes, row, test } from './fixtures.ts'
import { csvFile, badges } from './source-files.ts'
import {
  aggregate,
  aggregation,
  consoleAs,
  openSource,
  sourceNamed,
  uploading,
} from './source-stage.ts'

test('a source is aggregated: once for two clicks, followed to its end, and in the list', async ({
  page,
}) => {
  await openSource(page, 'Salesforce')
  let sent = 0
  page.on('request', (request) => {
    if (request.url().includes('/load-accounts')) sent += 1
  })
  await page.getByRole('button', { name: 'Aggregate' }).dblclick()
  await expect(aggregation(page)).toContainText(/Waiting|Running/)
  await expect(page.getByRole('button', { name: 'Aggregate' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expect(aggregation(page)).toContainText('Completed', { timeout: 20_000 })
  await expect(aggregation(page)).toContainText(/by demo-admin/)
  await expect(aggregation(page)).toContainText('Read')
  await expect(
    page.getByRole('status').filter({ hasText: 'Salesforce is aggregated' }),
  ).toBeAttached()
  expect(sent).toBe(1)
  await expect(page.getByRole('button', { name: 'Aggregate' })).not.toHaveAttribute('aria-disabled')
  await page.getByRole('link', { name: 'Sources', exact: true }).click()
  await expect(row(page, 'Salesforce')).toContainText(/Completed\s*just now/)
})

test('an aggregation that fails says why in the words of the tenant, with an id to quote', async ({
  page,
}) => {
  const source = await openSource(page, 'Oracle EBS')
  await page.getByRole('button', { name: 'Aggregate' }).click()
  const alert = aggregation(page).getByRole('alert')
  await expect(aggregation(page)).toContainText(/by demo-admin/, { timeout: 20_000 })
  await expect(aggregation(page)).toContainText('Failed', { timeout: 20_000 })
  await expect(alert).toContainText(/Oracle EBS/)
  const [task] = await (
    await page.request.get('/api/v2024/task-status', {
      params: { filters: `sourceId eq "${source.id}"`, sorters: '-created', limit: '1' },
    })
  ).json()
  await expect(alert).toContainText(task.id)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await aggregation(page).getByRole('link', { name: 'Open the task' }).click()
  await expect(page).toHaveURL(`/tasks/${task.id}`)
})

test('an aggregation that was started elsewhere is shown when the page is opened, and followed', async ({
  page,
  startMuster,
}) => {
  const { url } = await startMuster({ TENANT_TASK_MS: '6000' })
  const { id } = await sourceNamed(page, 'Active Directory', url)
  await aggregate(page, id, url)
  await page.goto(`${url}/sources/${id}`)
  await expect(aggregation(page)).toContainText('Waiting')
  await expect(aggregation(page).getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Aggregate' })).toHaveAccessibleDescription(
    'An aggregation of this source is running.',
  )
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await expect(aggregation(page)).toContainText('Completed', { timeout: 30_000 })
  await expect(aggregation(page)).toContainText(/took/)
})

test('a second one while the first runs is explained, and so is a file that was not taken', async ({
  page,
  startMuster,
}) => {
  const { url } = await startMuster({ TENANT_TASK_MS: '120000' })
  const release = await hold(page, /pending-tasks/)
  const { id } = await openSource(page, 'Badge System', url)
  await aggregate(page, id, url)
  await page.getByRole('button', { name: 'Aggregate' }).click()
  await expect(aggregation(page)).toContainText('An aggregation is running already')
  await expect(aggregation(page)).toContainText(
    'An aggregation of Badge System is running already.',
  )
  await aggregation(page).getByRole('button', { name: 'Hide' }).click()
  await uploading(page).getByLabel('CSV file of accounts').setInputFiles(csvFile(badges))
  await page.getByRole('button', { name: /^Upload \d+ rows and aggregate$/ }).click()
  await expect(aggregation(page)).toContainText('The tenant did not take badges.csv.')
  release()
  await expect(aggregation(page)).toContainText('Waiting', { timeout: 20_000 })
})

test('whoever leaves the page hears how the aggregation ended', async ({ page, startMuster }) => {
  const { url } = await startMuster({ TENANT_TASK_MS: '3000' })
  await openSource(page, 'GitHub Enterprise', url)
  await page.getByRole('button', { name: 'Aggregate' }).click()
  await expect(aggregation(page)).toContainText('Waiting')
  await page.getByRole('link', { name: 'Tasks', exact: true }).click()
  await expect(page.getByText('GitHub Enterprise is aggregated').first()).toBeVisible({
    timeout: 30_000,
  })
})

test('an aggregation that the tenant does not start says why, with the tracking id', async ({
  page,
}) => {
  const body = { trackingId: 'e7eab60924f64aa284175b9fa3309599', messages: [{ text: 'Not now.' }] }
  await page.route(/load-accounts/, (route) => route.fulfill({ status: 400, json: body }))
  await openSource(page, 'Salesforce')
  await page.getByRole('button', { name: 'Aggregate' }).click()
  const alert = aggregation(page).getByRole('alert')
  await expect(alert).toContainText('The aggregation was not started')
  await expect(alert).toContainText('Not now.')
  await expect(alert).toContainText(body.trackingId)
  await page.unroute(/load-accounts/)
  await page.getByRole('button', { name: 'Aggregate' }).click()
  await expect(alert).toHaveCount(0)
})

test('who may only read sees aggregations, and why none can be started', async ({
  page,
  startTenant,
  startMuster,
}) => {
  const { url } = await consoleAs('demo-auditor', startTenant, startMuster)
  await openSource(page, 'Badge System', url)
  const button = page.getByRole('button', { name: 'Aggregate' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(/idn:sources:manage/)
  await expect(aggregation(page)).toContainText('Completed')
  await uploading(page).getByLabel('CSV file of accounts').setInputFiles(csvFile(badges))
  await expect(page.getByRole('button', { name: /^Upload \d+ rows/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expect(page.getByText(/lacks the scope idn:sources:manage/).last()).toBeVisible()
})
