import type { Page } from '@playwright/test'

import { expect, expectNoAxeViolations, hold, inBothSchemes, test } from './fixtures.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search' })
const box = (page: Page) => palette(page).getByRole('combobox')
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name })

/** Opens the palette from the keyboard once the index is there to be searched. */
async function openPalette(page: Page, path = '/overview') {
  await page.goto(path)
  await expect
    .poll(async () => {
      const { identities, accounts } = await (
        await page.request.get('/api/console/search?q=x')
      ).json()
      return identities.complete && accounts.complete
    })
    .toBe(true)
  await expect(page.getByRole('button', { name: 'Search', exact: true })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
}

/** Somebody whom the tenant has. */
async function anIdentity(page: Page): Promise<{ id: string; name: string; alias: string }> {
  const answer = await page.request.get('/api/console/identities?limit=1&sorters=name')
  return (await answer.json()).items[0]
}

test('a person is found by typing, and opened with Enter', async ({ page }) => {
  await openPalette(page)
  const { id, name, alias } = await anIdentity(page)
  await box(page).pressSequentially(name.toUpperCase())
  await expect(option(page, new RegExp(`^${name}`)).first()).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(palette(page).locator('mark').first()).toHaveText(name)
  await expect(palette(page).getByRole('group', { name: 'Identities' })).toContainText(alias)
  await expect(palette(page).getByRole('status')).toContainText(/^Found 1 identity, \d+ accounts/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/identities/${id}$`))
  await expect(palette(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
})

test('an account and a source are found by keyboard alone', async ({ page }) => {
  await openPalette(page)
  await page.keyboard.type('sentinel-ordinary')
  await expect(option(page, /^sentinel-ordinary/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f]{32}$/)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('active dir')
  await expect(option(page, /^Active Directory/).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sources\/[0-9a-f]{32}$/)
  await expect(page.getByRole('heading', { name: 'Active Directory', level: 1 })).toBeVisible()
})

test('arrows go round, and all that match open as a list with the same number', async ({
  page,
}) => {
  await openPalette(page)
  await page.keyboard.type('example')
  const last = option(page, /^Show all .* accounts/)
  await expect(last).toBeVisible()
  const options = palette(page).getByRole('option')
  await page.keyboard.press('ArrowUp')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  const count = /[\d,]+/.exec((await last.textContent()) ?? '')?.[0] ?? ''
  await last.click()
  await expect(page).toHaveURL(/\/accounts\?q=example$/)
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText(count)
})

test('every screen can be gone to, and Escape closes the palette alone', async ({ page }) => {
  await openPalette(page, '/accounts')
  await expect(palette(page).getByRole('group', { name: 'Go to' })).toBeVisible()
  await page.keyboard.type('ident')
  await expect(option(page, 'Identities')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/accounts$/)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ident')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/identities$/)
})

test('what led somewhere can be searched for again, until it is forgotten', async ({ page }) => {
  await openPalette(page)
  await page.keyboard.type('sentinel-ordinary')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/accounts\//)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await option(page, 'sentinel-ordinary').click()
  await expect(box(page)).toHaveValue('sentinel-ordinary')
  await expect(option(page, /^sentinel-ordinary/)).toBeVisible()
  await box(page).fill('')
  await palette(page).getByRole('button', { name: 'Forget recent searches' }).click()
  await expect(option(page, 'sentinel-ordinary')).toHaveCount(0)
  await expect(box(page)).toBeFocused()
})

test('Enter before the answer is there opens the best match of what was typed', async ({
  page,
}) => {
  await openPalette(page)
  const release = await hold(page, /search\?q=sentinel-ordinary/)
  await box(page).fill('sentinel')
  await expect(option(page, /^sentinel/).first()).toBeVisible()
  await box(page).fill('sentinel-ordinary')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
  release()
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f]{32}$/)
  await expect(page.getByRole('complementary').or(page.locator('main'))).toContainText([
    'sentinel-ordinary',
  ])
})

test('an answer that comes late never takes the place of a newer one', async ({ page }) => {
  await openPalette(page)
  const release = await hold(page, /search\?q=active\+?%?2?0?d?$|search\?q=active&/)
  await box(page).fill('active')
  await expect(palette(page)).toContainText('Searching')
  await box(page).fill('sentinel-ordinary')
  await expect(option(page, /^sentinel-ordinary/)).toBeVisible()
  release()
  await expect(option(page, /^Active Directory/)).toHaveCount(0)
  await expect(option(page, /^sentinel-ordinary/)).toBeVisible()
})

test('no match, and a failure, say what they are', async ({ page }) => {
  await openPalette(page)
  await box(page).fill('zzzqqq')
  await expect(palette(page)).toContainText('Nothing matches “zzzqqq”')
  await page.route(/search\?q=broken/, (route) =>
    route.fulfill({ status: 400, json: { messages: [{ text: 'The index is broken.' }] } }),
  )
  await box(page).fill('broken')
  await expect(palette(page).getByRole('alert')).toContainText('The index is broken.')
  await page.unroute(/search\?q=broken/)
  await palette(page).getByRole('button', { name: 'Try again' }).click()
  await expect(palette(page)).toContainText('Nothing matches “broken”')
})

test('the palette is accessible in both schemes, with and without results', async ({ page }) => {
  await openPalette(page)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await box(page).fill('example')
  await expect(option(page, /^Show all/).first()).toBeVisible()
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await box(page).fill('zzzqqq')
  await expect(palette(page)).toContainText('Nothing matches')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
})

test('on a phone the palette takes the whole screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openPalette(page)
  // It comes up from below.
  await expect
    .poll(() => palette(page).boundingBox())
    .toEqual({ x: 0, y: 0, width: 360, height: 740 })
  await palette(page).getByRole('button', { name: 'Close' }).click()
  await expect(palette(page)).toHaveCount(0)
})

test('what can be done with the open account is done from the palette, or said why not', async ({
  page,
}) => {
  await page.goto('/accounts?q=sentinel-ordinary')
  await page.getByRole('link', { name: 'sentinel-ordinary' }).click()
  const panel = page.getByRole('complementary', { name: 'Account sentinel-ordinary' })
  await expect(panel).toBeVisible()
  await page.keyboard.press('Control+k')
  const actions = palette(page).getByRole('group', { name: 'Actions for sentinel-ordinary' })
  await expect(actions.getByRole('option', { name: /^Unlock/ })).toContainText('is not locked')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await actions.getByRole('option', { name: /^Unlock/ }).click({ force: true })
  await expect(palette(page)).toBeVisible()
  await expect(palette(page).locator('[aria-selected=true]')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()

  await page.keyboard.type('disab')
  await expect(option(page, /^Disable$/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Disable sentinel-ordinary?' })
  await question.getByRole('button', { name: 'Disable account' }).click()
  await expect(panel).toContainText('Disabled', { timeout: 20_000 })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('enab')
  await expect(option(page, /^Enable$/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(panel).toContainText('Enabled', { timeout: 20_000 })
})

test('on an identity and on a source the palette does what their pages do', async ({ page }) => {
  await page.goto('/identities?q=Sentinel+Sample')
  await page.getByRole('link', { name: 'Sentinel Sample', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sentinel Sample')
  await page.getByRole('link', { name: 'sentinel-ordinary' }).click()
  await expect(page.getByRole('complementary')).toBeVisible()
  await page.keyboard.press('Control+k')
  // Of the account that lies on top, and of whose it is.
  const groups = palette(page).getByRole('group', { name: /^Actions for / })
  await expect(groups).toHaveCount(2)
  await expect(groups.last()).toHaveAccessibleName('Actions for Sentinel Sample')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.keyboard.type('disable l')
  await expect(option(page, 'Disable log-in')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Disable the log-in of Sentinel Sample?' })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)

  await page.goto('/sources')
  await page.getByRole('link', { name: 'Active Directory', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Active Directory')
  await page.keyboard.press('Control+k')
  await expect(
    palette(page).getByRole('group', { name: 'Actions for Active Directory' }),
  ).toBeVisible()
  await page.keyboard.type('aggr')
  await page.keyboard.press('Enter')
  const aggregation = page.getByRole('region', { name: 'Aggregation' })
  await expect(aggregation).toContainText(/by demo-admin/)
})
