import {
  fact,
  newBadge,
  openPart,
  openSomeForm,
  overflowOf,
  panel,
  patchAccount,
  pressUntil,
} from './account-panel-places.ts'
import { expect, expectNoAxeViolations, hold, inBothSchemes, row, test } from './fixtures.ts'
import { tenantClient } from './tenant-client.ts'

test('attributes of a flat file source are changed after the difference was shown, by keyboard alone', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, '?q=sentinel-ordinary')
  const sent: unknown[] = []
  page.on('request', (each) => {
    if (each.method() === 'PUT') sent.push(each.postDataJSON().attributes)
  })
  await pressUntil(page, 'Tab', /^Edit attributes/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Edit attributes' })).toBeFocused()
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) })
  await expect(field('badgeNumber')).toHaveAttribute('readonly', '')
  await field('department').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Day shift')
  await field('accessZones').focus()
  await page.keyboard.type('BERLIN-PARKING')
  await page.keyboard.press('Enter')
  await page.keyboard.type('BERLIN-ARCHIVE')
  await expect(page.getByText('2 changes', { exact: true })).toBeVisible()
  await pressUntil(page, 'Tab', /^Review changes/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What will change' })).toBeFocused()
  const department = page.locator('dl > div').filter({ hasText: /^department/ })
  await expect(department.getByRole('deletion')).toHaveText('Before: Night shift')
  await expect(department.getByRole('insertion')).toHaveText('After: Day shift')
  expect(sent).toEqual([])
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await pressUntil(page, 'Tab', /^Save 2 changes/)
  await page.keyboard.press('Enter')

  await expect(fact(page, 'department')).toContainText('Day shift')
  await expect(page.getByRole('button', { name: 'Edit attributes' })).toBeFocused()
  await expect(page).not.toHaveURL(/layer/)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toEqual(expect.arrayContaining([{ name: 'department', value: 'Day shift' }]))
  await page.reload()
  await expect(fact(page, 'department')).toContainText('Day shift')
  await expect(fact(page, 'accessZones')).toContainText('BERLIN-ARCHIVE')
})

test('what the schema does not allow is said at its field, and nothing is sent', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, '?q=sentinel-ordinary&layer=edit')
  const zones = page.getByRole('textbox', { name: /^accessZones/ })
  await zones.fill('A\nB\nA')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'A is there twice' })).toBeVisible()
  await expect(zones).toBeFocused()
  await expect(zones).toHaveAttribute('aria-invalid', 'true')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await zones.fill('A\nB')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('heading', { name: 'What will change' })).toBeVisible()
})

test('what was typed is not lost by a click elsewhere, Escape, Back or a reload', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, '?q=sentinel-')
  await page.getByRole('button', { name: 'Edit attributes' }).click()
  const department = page.getByRole('textbox', { name: /^department/ })
  await department.fill('Day shift')
  const question = page.getByRole('dialog', { name: 'Leave without saving 1 change?' })
  const leaving = [
    () => page.keyboard.press('Escape'),
    () => page.goBack(),
    () =>
      row(page, 'sentinel-locked').getByRole('link', { name: 'sentinel-locked' }).first().click(),
    () => page.getByRole('link', { name: 'Overview' }).first().click(),
    () => panel(page, badge.holder).getByRole('button', { name: 'Close', exact: true }).click(),
    () => page.getByRole('link', { name: 'JSON' }).click(),
  ]
  for (const leave of leaving) {
    await leave()
    await expect(question).toBeVisible()
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(department).toHaveValue('Day shift')
  }
  // The list beside it goes on working.
  await page.getByRole('searchbox', { name: 'Search accounts' }).fill('sentinel-lo')
  await expect(page).toHaveURL(/q=sentinel-lo&/)
  await expect(department).toHaveValue('Day shift')

  // A browser asks before it reloads or closes where this event is prevented.
  const asksToReload = () =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(await asksToReload()).toBe(true)

  await panel(page, badge.holder).getByRole('heading', { name: 'Edit attributes' }).focus()
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(fact(page, 'department')).toContainText('Night shift')
  expect(await asksToReload()).toBe(false)
  await page.keyboard.press('Escape')
  await expect(panel(page, badge.holder)).toHaveCount(0)
})

test('a refusal is told in the form with the tracking id, and what was typed is still there', async ({
  page,
  onFaultyWay,
}) => {
  const { url, way } = await onFaultyWay()
  // Low enough that what is told has to be brought into view.
  await page.setViewportSize({ width: 360, height: 640 })
  await openSomeForm(page, url)
  const words = 'The source is being read right now.'
  way.goWrong(({ method }) =>
    method === 'PATCH' ? { is: 'answer', status: 400, words } : undefined,
  )
  await page.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Save 1 change' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'Could not change the attributes' })
  await expect(alert).toHaveCount(1)
  await expect(alert).toContainText(words)
  await expect(alert.getByRole('button', { name: /tracking id/ })).toBeVisible()
  await expect(alert).toBeInViewport({ ratio: 1 })
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByRole('textbox', { name: /^department/ })).toHaveValue('Day shift')

  way.goWrong(() => undefined)
  await page.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Save 1 change' }).click()
  await expect(fact(page, 'department')).toContainText('Day shift')
})

test('a 403 keeps what was typed, and blocks saving from then on with the tenant’s words', async ({
  page,
  onFaultyWay,
}) => {
  const { url, way } = await onFaultyWay()
  await openSomeForm(page, url)
  const words = 'Not your source.'
  way.goWrong(({ method }) =>
    method === 'PATCH' ? { is: 'answer', status: 403, words } : undefined,
  )
  await page.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Save 1 change' }).click()
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
  const save = page.getByRole('button', { name: 'Save 1 change' })
  await expect(save).toBeDisabled()
  await expect(save).toHaveAttribute('title', /refused it earlier: Not your source/)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByRole('textbox', { name: /^department/ })).toHaveValue('Day shift')
})

test('what was changed is in the audit with before and after, and undone by its run', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, '?q=sentinel-ordinary&layer=edit')
  await page.getByRole('textbox', { name: /^department/ }).fill('Day shift')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Save 1 change' }).click()
  await expect(page).not.toHaveURL(/layer/)
  await expect(fact(page, 'department')).toContainText('Day shift')
  await page.getByRole('complementary').getByRole('link', { name: 'Activity' }).click()
  const entry = page.getByRole('list', { name: 'Activity' }).getByRole('listitem').first()
  await expect(entry).toContainText('department: Night shift → Day shift')
  await entry.getByRole('link', { name: /^Run / }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    `Edit the attributes of ${badge.holder}`,
  )
  await expect(row(page, badge.holder)).toContainText('department: Night shift → Day shift')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, badge.holder)).toContainText('department: Night shift')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.getByRole('button', { name: 'Put back the attributes of 1 account' }).click()
  await expect(page.getByText('Finished')).toBeVisible()
  await openPart(page, badge.id, '?q=sentinel-ordinary')
  await expect(fact(page, 'department')).toContainText('Night shift')
})

test('an account that goes while its form is open is said to be gone, and nothing is sent', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, '?q=sentinel-ordinary&layer=edit')
  await page.getByRole('textbox', { name: /^department/ }).fill('Day shift')
  await (await tenantClient(request, muster)).removeBadge(badge.number)
  const isGone = async () =>
    (await page.request.get(`/api/v2024/accounts/${badge.id}`)).status() === 404
  await expect.poll(isGone).toBe(true)
  // Whether the page has heard of it by itself, or hears of it now.
  await page
    .getByRole('button', { name: 'Review changes' })
    .click({ timeout: 2000 })
    .catch(() => undefined)
  await expect(page.getByText('The account is no longer in the tenant')).toBeVisible()
})

test('what somebody else changed meanwhile is shown before it is written over', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, '?q=sentinel-ordinary&layer=edit')
  await page.getByRole('textbox', { name: /^department/ }).fill('Day shift')
  await patchAccount(page, badge.id, [
    { op: 'replace', path: '/attributes/department', value: 'Gate house' },
  ])
  await page.getByRole('button', { name: 'Review changes' }).click()
  const department = page.locator('dl > div').filter({ hasText: /^department/ })
  await expect(department.getByRole('deletion')).toHaveText('Before: Gate house')
  await expect(department).toContainText('Somebody else changed it while you typed')
})

test('while it is saved it is pending, and a second press sends nothing', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  await openPart(page, badge.id, '?q=sentinel-ordinary&layer=edit')
  await page.getByRole('textbox', { name: /^department/ }).fill('Day shift')
  await page.getByRole('button', { name: 'Review changes' }).click()
  let sent = 0
  page.on('request', (each) => {
    if (each.method() === 'PUT') sent += 1
  })
  const release = await hold(page, /\/api\/console\/runs\/[^/]+$/)
  await page.getByRole('button', { name: 'Save 1 change' }).dblclick()
  await expect(panel(page, badge.holder)).toContainText('Pending')
  await expect(page.getByText('Saving, then reading the account again')).toBeVisible()
  release()
  await expect(fact(page, 'department')).toContainText('Day shift')
  expect(sent).toBe(1)
})

test('the form fits 360 px, and axe finds nothing', async ({ page, request, muster }) => {
  const badge = await newBadge(page, request, muster)
  await page.setViewportSize({ width: 360, height: 740 })
  await openPart(page, badge.id, '?q=sentinel-ordinary&layer=edit')
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeVisible()
  await expect.poll(() => overflowOf(page)).toEqual([0, 0])
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})
