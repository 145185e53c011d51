import type { Page } from '@playwright/test'

import { expect, expectNoAxeViolations, hold, inBothSchemes, row, test } from './fixtures.ts'

const menuButton = (page: Page) => page.getByRole('button', { name: /^Views/ })
const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' })

async function choose(page: Page, item: string) {
  await menuButton(page).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Saves what the list shows, from its menu, with the choices that are named. */
async function save(page: Page, name: string, choices: { pin: boolean; isDefault?: boolean }) {
  await choose(page, 'Save as a new view')
  const dialog = page.getByRole('dialog', { name: 'Save the view' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Pin to the navigation').setChecked(choices.pin)
  await dialog.getByLabel(/^Make it the default/).setChecked(choices.isDefault ?? false)
  await dialog.getByRole('button', { name: 'Save the view' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(menuButton(page)).toHaveText(new RegExp(name))
}

async function remove(page: Page, name: string) {
  await choose(page, 'Delete')
  const dialog = page.getByRole('dialog', { name: `Delete the view ${name}?` })
  await dialog.getByRole('button', { name: 'Delete the view' }).click()
  await expect(dialog).toHaveCount(0)
}

test('a view is saved, pinned, changed, brought up to date, and still there after a reload', async ({
  page,
}) => {
  await page.goto('/accounts?q=sentinel-')
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  await save(page, 'Sentinels', { pin: true })
  const pinned = navigation(page).getByRole('link', { name: 'Sentinels' })
  await expect(pinned).toHaveAttribute('aria-current', 'page')

  await page.getByRole('searchbox').fill('sentinel-s')
  await expect(page).toHaveURL(/q=sentinel-s&/)
  await expect(menuButton(page)).toHaveAccessibleName('Views: Sentinels, changed')
  await page.reload()
  await expect(menuButton(page)).toHaveAccessibleName('Views: Sentinels, changed')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await choose(page, 'Save the changes')
  await expect(menuButton(page)).toHaveAccessibleName('Views: Sentinels')

  await page.goto('/identities')
  await pinned.click()
  await expect(page.getByRole('searchbox')).toHaveValue('sentinel-s')
  await expect(menuButton(page)).toHaveAccessibleName('Views: Sentinels')

  await page.getByRole('searchbox').fill('')
  await expect(menuButton(page)).toHaveAccessibleName('Views: Sentinels, changed')
  await choose(page, 'Discard the changes')
  await expect(page.getByRole('searchbox')).toHaveValue('sentinel-s')
  await choose(page, 'Unpin from the navigation')
  await expect(pinned).toHaveCount(0)
  await remove(page, 'Sentinels')
  await expect(menuButton(page)).toHaveText('Views')
  // The rows stay, only their name is gone.
  await expect(page.getByRole('searchbox')).toHaveValue('sentinel-s')
})

test('a list opens with its default view and no other rows, and a query wins over it', async ({
  page,
}) => {
  await page.goto('/accounts?q=sentinel-ordinary')
  await save(page, 'Ordinary', { pin: false, isDefault: true })

  await page.goto('/identities')
  await expect(row(page, '@').first()).toBeVisible()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  const shown: string[] = []
  await page.exposeFunction('shown', (text: string) => shown.push(text))
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const first = document.querySelector('tbody tr[data-index="0"] a')
      // Put there by the story.
      if (first) (window as unknown as { shown: (text: string) => void }).shown(first.textContent)
    }).observe(document, { subtree: true, childList: true })
  })
  await page.goto('/accounts')
  await expect(row(page, 'sentinel-ordinary')).toBeVisible()
  await expect(page).toHaveURL(/\/accounts\?q=sentinel-ordinary&view=/)
  expect(new Set(shown)).toEqual(new Set(['sentinel-ordinary']))
  expect(asked.filter((url) => url.includes('/accounts?sorters='))).toEqual([])

  // Whoever takes the filters away gets all rows, and keeps them on reload and on the way back.
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(menuButton(page)).toHaveAccessibleName('Views: Ordinary, changed')
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('')

  await page.goto('/accounts?q=sentinel-slow')
  await expect(row(page, 'sentinel-slow')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(page).toHaveURL(/\/accounts\?view=all$/)
  await expect(menuButton(page)).toHaveText('Views')

  await navigation(page).getByRole('link', { name: 'Accounts' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('sentinel-ordinary')
  await menuButton(page).click()
  await page.getByRole('menuitemradio', { name: 'All accounts' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('')

  await navigation(page).getByRole('link', { name: 'Accounts' }).click()
  await choose(page, 'No longer the default view')
  await page.goto('/accounts')
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await page.goto('/accounts?q=sentinel-ordinary')
  await remove(page, 'Ordinary')
})

test('the way back from a default view leads to the page before', async ({ page }) => {
  await page.goto('/identities?q=sentinel')
  await save(page, 'People', { pin: false, isDefault: true })
  await page.goto('/accounts?q=sentinel-slow')
  await expect(row(page, 'sentinel-slow')).toBeVisible()
  await navigation(page).getByRole('link', { name: 'Identities' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('sentinel')
  await page.goBack()
  await expect(row(page, 'sentinel-slow')).toBeVisible()
  await page.goForward()
  await expect(page.getByRole('searchbox')).toHaveValue('sentinel')
  await remove(page, 'People')
})

test('a link shows the same rows to somebody else, whatever their default is', async ({
  page,
  browser,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/accounts?q=sentinel-s&sort=-name')
  await save(page, 'Shared', { pin: false })
  await choose(page, 'Copy the link')
  await expect(page.getByText('The link is copied').first()).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).search).toBe('?q=sentinel-s&sort=-name')

  const other = await browser.newContext()
  const fresh = await other.newPage()
  await fresh.goto(link)
  await expect(row(fresh, 'sentinel-slow')).toBeVisible()
  await expect(fresh.getByRole('searchbox')).toHaveValue('sentinel-s')
  await other.close()
  await remove(page, 'Shared')
})

test('a name that is taken and one that is missing are told beside the field', async ({ page }) => {
  await page.goto('/accounts?q=sentinel-slow')
  await save(page, 'Taken', { pin: false })
  await choose(page, 'Save as a new view')
  const dialog = page.getByRole('dialog', { name: 'Save the view' })
  const name = dialog.getByLabel('Name')
  await expect(name).toBeFocused()
  await name.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText('Give the view a name.')
  await expect(name).toBeFocused()
  await name.fill('TAKEN')
  await name.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText('This list has a view called Taken already.')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(menuButton(page)).toBeFocused()
  await remove(page, 'Taken')
})

test('a view is saved, renamed and opened by keyboard alone, and it is announced', async ({
  page,
}) => {
  await page.goto('/identities?q=sentinel')
  await expect(menuButton(page)).toBeVisible()
  await menuButton(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'All identities' })).toBeFocused()
  await page.keyboard.press('s')
  // On a slow machine the browser tells only now that the menu is open.
  await page
    .locator('[popover]:popover-open')
    .evaluate((menu) => menu.dispatchEvent(new ToggleEvent('toggle', { newState: 'open' })))
  await expect(page.getByRole('menuitem', { name: /^Save/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('By hand')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The view By hand is saved')).toBeAttached()
  await expect(menuButton(page)).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page.locator('[role^=menuitem]:focus')).toHaveCount(1)
  await page.keyboard.press('r')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue('By hand')
  await page.keyboard.type('By key')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The view is called By key now')).toBeAttached()
  await expect(navigation(page).getByRole('link', { name: 'By key' })).toBeVisible()

  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'All identities' })).toBeFocused()
  await page.keyboard.press(' ')
  await expect(page).toHaveURL(/\/identities\?view=all$/)
  await expect(menuButton(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[role^=menuitem]:focus')).toHaveCount(1)
  await page.keyboard.press('b')
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox')).toHaveValue('sentinel')
  await remove(page, 'By key')
  await expect(page.getByText('The view By key is deleted')).toBeAttached()
})

test('an account that is opened keeps the view of its list', async ({ page }) => {
  await page.goto('/accounts?q=sentinel-')
  await save(page, 'Kept', { pin: true })
  await page.getByRole('searchbox').fill('sentinel-ord')
  await expect(menuButton(page)).toHaveAccessibleName('Views: Kept, changed')
  await row(page, 'sentinel-ordinary').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/accounts\/[^?]+\?q=sentinel-ord&view=/)
  await expect(menuButton(page)).toHaveAccessibleName('Views: Kept, changed')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/accounts\?q=sentinel-ord&view=/)
  await remove(page, 'Kept')
  await expect(navigation(page).getByRole('link', { name: 'Kept' })).toHaveCount(0)
})

test('views that cannot be read are said so, and the list shows its rows all the same', async ({
  page,
}) => {
  const refused = { messages: [{ text: 'The tenant is away.' }] }
  await page.route(/\/api\/console\/views/, (route) =>
    route.fulfill({ status: 502, json: refused }),
  )
  await page.goto('/accounts')
  await expect(page.locator('tbody tr[data-index="0"]')).toBeVisible()
  await menuButton(page).click()
  await expect(page.getByRole('menu')).toContainText(
    'Your views could not be read. The tenant is away.',
    { timeout: 20_000 },
  )
  await page.getByRole('menuitem', { name: 'Save as a new view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save the view' })
  await dialog.getByLabel('Name').fill('Lost')
  await dialog.getByRole('button', { name: 'Save the view' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('The tenant is away.')
})

test('views that do not come hold no list up, and the default of the last visit serves', async ({
  page,
}) => {
  await page.goto('/accounts?q=sentinel-slow')
  await save(page, 'Slow', { pin: true, isDefault: true })
  await page.goto('/identities')
  const pinned = navigation(page).getByRole('link', { name: 'Slow' })
  await expect(pinned).toBeVisible()
  const release = await hold(page, /\/api\/console\/views/)
  await page.goto('/accounts')
  await expect(page.getByRole('searchbox')).toHaveValue('sentinel-slow')
  await expect(pinned).toBeVisible()
  release()
  await expect(menuButton(page)).toHaveAccessibleName('Views: Slow')
  await remove(page, 'Slow')
})
