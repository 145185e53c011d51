import type { Page } from '@playwright/test'

import { table, total } from './accounts-list.ts'
import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'
import { tenantClient } from './tenant-client.ts'

const field = (page: Page) => page.getByRole('textbox', { name: 'Filter text' })

async function addFilter(page: Page, name: string) {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

test('an attribute of any name can be asked for, several at once, and each has a chip', async ({
  page,
}) => {
  await page.goto('/accounts')
  await addFilter(page, 'Attribute')
  await page.getByRole('combobox', { name: 'Attribute' }).fill('department')
  await page.getByLabel('Value').fill('Finance')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/attr=department%7Eeq%7EFinance/)
  await expect(page.getByRole('button', { name: /^department is Finance/ })).toBeVisible()
  const finance = await total(page)
  expect(finance).toBeGreaterThan(0)

  await addFilter(page, 'Attribute')
  await page.getByRole('combobox', { name: 'Attribute' }).fill('sAMAccountName')
  await page.getByLabel('Condition').selectOption('is set')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('button', { name: /^sAMAccountName is is set/ })).toBeVisible()
  await expect.poll(() => total(page)).toBeLessThan(finance)
  await page.getByRole('button', { name: 'Remove the filter department' }).click()
  await expect(page).not.toHaveURL(/department/)
  await expect(page.getByRole('button', { name: /^sAMAccountName/ })).toBeVisible()
})

test('a filter is written with suggestions, and its fault is shown at its place', async ({
  page,
}) => {
  await page.goto('/accounts?status=locked')
  const locked = await total(page)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Edit as text' }).click()
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue('status eq "locked"')
  await expect(page).toHaveURL(/filter=status/)
  await expect(page).not.toHaveURL(/status=locked/)
  await expect.poll(() => total(page)).toBe(locked)

  await page.keyboard.type(' and not (sourceN')
  await expect(page.getByRole('option', { name: 'sourceName' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('eq ')
  await page.getByRole('option', { name: 'Active Directory' }).click()
  const fault = page.getByRole('alert').filter({ hasText: 'A closing parenthesis is missing' })
  await expect(fault).toBeVisible()
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
  await expect.poll(() => total(page)).toBe(locked)
  await inBothSchemes(page, () => expectNoAxeViolations(page))

  await field(page).press('End')
  await page.keyboard.type(')')
  await page.keyboard.press('Enter')
  await expect(fault).toHaveCount(0)
  await expect.poll(() => total(page)).toBeLessThan(locked)
  await expect(table(page)).not.toContainText('Active Directory')
  await page.reload()
  await expect(field(page)).toHaveValue(
    'status eq "locked" and not (sourceName eq "Active Directory" )',
  )
  await expect(table(page)).not.toContainText('Active Directory')
})

test('an attribute whose name has blanks is asked for with quotes, and as a chip', async ({
  page,
  request,
  muster,
}) => {
  const tenant = await tenantClient(request, muster)
  const badge = await tenant.addBadge('Quoted Name', { 'Cost "Center" (old)': '4711' })
  const name = String.raw`attributes."Cost \"Center\" (old)"`
  const inIndex = async () => {
    const filters = encodeURIComponent(`${name} eq "4711"`)
    return (await page.request.get(`/api/console/accounts?filters=${filters}`)).json()
  }
  await expect.poll(async () => (await inIndex()).total, { timeout: 30_000 }).toBe(1)
  await page.goto('/accounts')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Edit as text' }).click()
  await page.keyboard.type('attributes.cost')
  await expect(page.getByRole('option', { name: 'attributes.Cost "Center" (old)' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue(`${name} `)
  await page.keyboard.type('between')
  await expect(
    page.getByRole('alert').filter({ hasText: `An operator is expected after ${name}` }),
  ).toBeVisible()
  await field(page).fill(`${name} eq "4711"`)
  await field(page).press('Enter')
  await expect(row(page, badge)).toBeVisible()
  await expect.poll(() => total(page)).toBe(1)

  await page.goto('/accounts')
  await addFilter(page, 'Attribute')
  await page.getByRole('combobox', { name: 'Attribute' }).fill('Cost "Center" (old)')
  await page.getByLabel('Value').fill('4711')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('button', { name: /^Cost "Center" \(old\) is 4711/ })).toBeVisible()
  await expect.poll(() => total(page)).toBe(1)
  await page.reload()
  await expect(row(page, badge)).toBeVisible()
  await tenant.removeBadge(badge)
})

test('a link with a filter that nobody understands says so at the place, and is no empty list', async ({
  page,
}) => {
  await page.goto(
    `/accounts?filter=${encodeURIComponent('status eq "locked" and colour eq "red"')}`,
  )
  const fault = page.getByRole('alert').filter({ hasText: 'cannot be filtered by colour' })
  await expect(fault.first()).toBeVisible()
  await expect(page.locator('mark')).toHaveText('colour')
  await expect(page.getByText('Nothing matches')).toHaveCount(0)
  await page.getByRole('button', { name: 'Close the filter text' }).click()
  await expect(row(page, 'Enabled').first()).toBeVisible()
})
