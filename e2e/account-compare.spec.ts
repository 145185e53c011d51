import { idOf, newBadge, openPart } from './account-panel-places.ts'
import { expect, expectNoAxeViolations, inBothSchemes, test, tick } from './fixtures.ts'

test('an account is compared with another one of its identity, differences only', async ({
  page,
  browser,
}) => {
  await openPart(page, await idOf(page, 'sentinel-ordinary'), '?q=sentinel-ordinary')
  await page.getByRole('complementary').getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/\/accounts\/compare\?ids=\w+$/)
  await page.getByRole('button', { name: 'Add an account' }).click()
  const picker = page.getByRole('dialog')
  await expect(picker.getByText('Other accounts of Sentinel Sample')).toBeVisible()
  await picker.getByRole('button', { name: /^sentinel-locked/ }).click()

  const table = page.getByRole('table')
  const line = (name: string) => table.getByRole('row').filter({ hasText: new RegExp(`^${name}`) })
  await expect(line('Status')).toContainText('Enabled, Locked')
  await expect(line('displayName')).toContainText('sentinel-locked')
  await expect(line('Source')).toHaveCount(0)
  await expect(line('department')).toHaveCount(0)
  await expect(line('Entitlements')).toContainText('no differences among 3')
  await inBothSchemes(page, () => expectNoAxeViolations(page))

  await tick(page.getByRole('checkbox', { name: 'Differences only' }), false)
  await expect(line('Source')).toContainText('Active Directory')
  const elsewhere = await browser.newPage()
  await elsewhere.goto(page.url())
  await expect(elsewhere.getByRole('row').filter({ hasText: /^department/ })).toBeVisible()
  await elsewhere.close()

  await page.getByRole('button', { name: 'Leave sentinel-locked out' }).click()
  await expect(page).toHaveURL(/ids=\w{32}&all=1$/)
  await expect(table).not.toContainText('sentinel-locked')
})

test('accounts of different sources are found by text, and an account that is gone can be left out', async ({
  page,
  request,
  muster,
}) => {
  const badge = await newBadge(page, request, muster)
  const gone = '0'.repeat(32)
  await page.goto(`/accounts/compare?ids=${badge.id},${gone}`)
  await expect(
    page.getByRole('alert').filter({ hasText: `${gone} could not be read` }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await page.getByRole('button', { name: 'Add an account' }).click()
  const picker = page.getByRole('dialog')
  await picker.getByRole('searchbox').fill('sentinel-ordinary')
  await expect(picker.getByText('1 account found')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const source = page.getByRole('row').filter({ hasText: /^Source/ })
  await expect(source).toContainText('Badge System')
  await expect(source).toContainText('Active Directory')
  await page.setViewportSize({ width: 360, height: 740 })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})
