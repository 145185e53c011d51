import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'
import { badgeHeader, badgeLine, badges, csvFile } from './source-files.ts'
import { aggregation, openSource, overflow, uploading } from './source-stage.ts'

const input = 'CSV file of accounts'
const send = /^Upload .*and aggregate$/

test('a file is looked at, uploaded and aggregated, and its accounts are in the list', async ({
  page,
}) => {
  await openSource(page, 'Badge System')
  const added = `B-9${Math.floor(Math.random() * 1e7)}`
  const file = `${badges.trim()}\n${badgeLine({ badgeNumber: added })}\n`
  await uploading(page).getByLabel(input).setInputFiles(csvFile(file))
  const preview = page.getByRole('table', { name: 'The first 8 rows' })
  await expect(preview).toContainText('badgeNumber')
  await expect(preview).toContainText('Identifies')
  await expect(uploading(page)).toContainText('Accounts of Badge System that it does not name')
  await expect(uploading(page)).toContainText('more than 50 %')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.getByRole('button', { name: send }).click()
  await expect(aggregation(page)).toContainText(/by demo-admin/, { timeout: 20_000 })
  await expect(aggregation(page)).toContainText(/Completed/, { timeout: 30_000 })
  const counts = aggregation(page).locator('dl')
  await expect(counts).toContainText(/Added[1-9]/)
  await aggregation(page).getByRole('link', { name: 'Show the added ones' }).click()
  await expect(page).toHaveURL(/\/accounts\?source=.*filter=created/)
  await expect(row(page, added)).toContainText('Badge System', { timeout: 20_000 })
})

const broken: [what: string, file: Parameters<typeof csvFile>, why: RegExp][] = [
  ['has no identifying column', ['number,email\n1,a@x.org\n'], /no column badgeNumber/],
  [
    'is separated by semicolons',
    [badges.replaceAll(',', ';')],
    /separated by semicolons, and this source takes commas/,
  ],
  ['is Latin-1', [Buffer.from(`${badgeHeader}\nB-1,Zo\u00e9`, 'latin1')], /not UTF-8/],
  ['is a spreadsheet', ['PK\u0003\u0004', 'badges.xlsx'], /spreadsheet or an archive/],
  ['is empty', [''], /is empty/],
  ['has a header alone', [`${badgeHeader}\n`], /a header and no rows/],
]
for (const [what, file, why] of broken) {
  test(`a file that ${what} is kept back, and told why`, async ({ page }) => {
    await openSource(page, 'Badge System')
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await uploading(page)
      .getByLabel(input)
      .setInputFiles(csvFile(...file))
    const alert = uploading(page).getByRole('alert')
    await expect(alert).toContainText('This file cannot be uploaded')
    await expect(alert).toContainText(why)
    const button = page.getByRole('button', { name: send })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await button.click({ force: true })
    await expectNoAxeViolations(page)
    expect(sent.filter((url) => url.includes('load-accounts'))).toEqual([])
  })
}

test('columns that the schema does not have are named, and the file can be sent all the same', async ({
  page,
}) => {
  await openSource(page, 'Badge System')
  const file = `\uFEFF${badgeHeader},shoeSize\n${badgeLine({ badgeNumber: 'B-1' })},43\n`
  await uploading(page).getByLabel(input).setInputFiles(csvFile(file))
  await expect(uploading(page)).toContainText('The schema has no attribute shoeSize')
  await expect(page.getByRole('table', { name: 'The first row' })).toContainText('Unknown')
  await expect(
    page.getByRole('button', { name: 'Upload 1 row and aggregate' }),
  ).not.toHaveAttribute('aria-disabled')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Choose a file', exact: true })).toBeVisible()
})

test('a file that the tenant refuses is told in its words, with the tracking id', async ({
  page,
}) => {
  await openSource(page, 'Badge System')
  const twice = badgeLine({ badgeNumber: 'B-1' })
  await uploading(page)
    .getByLabel(input)
    .setInputFiles(csvFile([badgeHeader, twice, twice].join('\n')))
  await expect(uploading(page)).toContainText('Line 3 is about B-1, which line 2 is about already')
  await page.getByRole('button', { name: send }).click()
  const alert = uploading(page).getByRole('alert')
  await expect(alert).toContainText('badges.csv was not taken')
  await expect(alert).toContainText('Line 3: badgeNumber B-1 stands in line 2 already.')
  await expect(alert).toContainText(/Tracking id [0-9a-f]{32}/)
  await expect(page.getByRole('button', { name: 'Choose a file', exact: true })).toBeVisible()
})

test('a file that would remove too many accounts removes none, and the warning is shown', async ({
  page,
  startMuster,
}) => {
  const { url } = await startMuster()
  await openSource(page, 'Badge System', url)
  const file = [badgeHeader, badgeLine({ badgeNumber: 'B-1' })].join('\n')
  await uploading(page).getByLabel(input).setInputFiles(csvFile(file))
  await page.getByRole('button', { name: send }).click()
  await expect(aggregation(page)).toContainText('Completed with warnings', { timeout: 30_000 })
  await expect(aggregation(page)).toContainText(/more than the delete threshold of 50 percent/)
})

test('a file is dropped, and one that falls beside the place changes nothing', async ({ page }) => {
  await openSource(page, 'Badge System')
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'dropped.csv', { type: 'text/csv' }))
    return transfer
  }, badges)
  await page.dispatchEvent('h1', 'drop', { dataTransfer: data })
  await expect(page.getByRole('table', { name: /^The first/ })).toHaveCount(0)
  const zone = page.getByText('Drop a CSV file here').locator('..')
  await zone.dispatchEvent('dragover', { dataTransfer: data })
  await expect(zone).toHaveAttribute('data-over', 'true')
  await zone.dispatchEvent('drop', { dataTransfer: data })
  await expect(uploading(page)).toContainText('dropped.csv')
  await expect(page.getByRole('table', { name: /^The first/ })).toBeVisible()
})

test('a file is chosen and sent by keyboard alone', async ({ page }) => {
  // Early: the browser does not answer when it has begun to catch the chooser.
  const opened = page.waitForEvent('filechooser')
  await openSource(page, 'Badge System')
  const choose = page.getByRole('button', { name: 'Choose a file', exact: true })
  await choose.focus()
  await page.keyboard.press('Enter')
  await (await opened).setFiles(csvFile(badges))
  await expect(page.getByRole('table', { name: /^The first/ })).toBeVisible()
  const button = page.getByRole('button', { name: send })
  for (let tabs = 0; tabs < 5; tabs += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(aggregation(page)).toContainText(/by demo-admin/, { timeout: 20_000 })
})

test('an authoritative source asks first, and says what may follow', async ({ page }) => {
  await openSource(page, 'Workday HR')
  const file = 'employeeNumber,displayName\n1,Ann Brown\n'
  await uploading(page).getByLabel(input).setInputFiles(csvFile(file, 'workers.csv'))
  await page.getByRole('button', { name: send }).click()
  const dialog = page.getByRole('dialog', { name: 'Upload a file for Workday HR?' })
  await expect(dialog).toContainText('its accounts make identities')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(uploading(page)).toContainText('workers.csv')
})

test('of a large file the beginning is read; its upload shows how far it is, and can be stopped', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-upload-'))
  const path = join(folder, 'large.csv')
  const line = badgeLine({ badgeNumber: 'B-', holderName: 'x'.repeat(900) })
  const lines = Array.from({ length: 6000 }, (_, at) => line.replace('B-', `B-${at}`))
  writeFileSync(path, [badgeHeader, ...lines].join('\n'))
  const { id } = await openSource(page, 'Badge System')
  await uploading(page).getByLabel(input).setInputFiles(path)
  await expect(uploading(page)).toContainText('its first 524.3 kB were checked here')
  const network = await page.context().newCDPSession(page)
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 200_000,
  })
  await page.getByRole('button', { name: 'Upload and aggregate' }).click()
  await expect(uploading(page).getByRole('progressbar')).toBeVisible()
  await expect(uploading(page)).toContainText(/of \d\.?\d? MB/)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Stop the upload' }).click()
  await expect(uploading(page)).toContainText('The upload was stopped. Nothing was changed.')
  await network.detach()
  const open = await page.request.get('/api/v2024/task-status/pending-tasks')
  const tasks: { target: { id: string } }[] = open.status() === 204 ? [] : await open.json()
  expect(tasks.filter(({ target }) => target.id === id)).toEqual([])
  rmSync(folder, { recursive: true })
})

test('a file over the limit of the tenant is refused with the limit', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-upload-'))
  const path = join(folder, 'huge.csv')
  const line = `\n${badgeLine({ holderName: 'x'.repeat(2000) })}`
  writeFileSync(path, badgeHeader + line.repeat(Math.ceil(51_000_000 / line.length)))
  await openSource(page, 'Badge System')
  await uploading(page).getByLabel(input).setInputFiles(path)
  await page.getByRole('button', { name: 'Upload and aggregate' }).click()
  const alert = uploading(page).getByRole('alert')
  await expect(alert).toContainText('huge.csv was not taken', { timeout: 40_000 })
  await expect(alert).toContainText('larger than 50000000 bytes')
  rmSync(folder, { recursive: true })
})
