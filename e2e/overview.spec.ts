import type { Page } from '@playwright/test'

import { expect, expectNoAxeViolations, inBothSchemes, test } from './fixtures.ts'
import { counts, DAY, numbersOf, readAll, readPrivileged, rows } from './overview-numbers.ts'
import type { Account } from './overview-numbers.ts'

test('the console opens on the overview, which comes first in the navigation', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/overview$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link').first()).toHaveText('Overview')
})

test('the numbers are what one counts in all accounts of the tenant', async ({ page }) => {
  const { numbers, all } = await settled(page)
  const number = (label: string) => numbers.filter((each) => each.label === label)
  const one = (label: string) => number(label)[0]?.count
  const many = (is: (account: Account) => boolean) => all.filter(is).length

  expect(all.length).toBeGreaterThan(200)
  expect(one('All accounts')).toBe(all.length)
  expect(one('Enabled')).toBe(many(({ disabled }) => !disabled))
  expect(one('Disabled')).toBe(many(({ disabled }) => disabled))
  expect(number('Locked').map(({ count }) => count)).toEqual(
    [1, 2].map(() => many(({ locked }) => locked)),
  )
  expect(one('Uncorrelated')).toBe(many(({ uncorrelated }) => uncorrelated))
  expect(one('Machine')).toBe(many(({ isMachine }) => isMachine === true))
  expect(one('inactive')).toBe(many((each) => each.cloudLifecycleState === 'inactive'))
  expect(one('No state')).toBe(many((each) => !each.cloudLifecycleState))
  expect(one('Active Directory')).toBe(many((each) => each.sourceName === 'Active Directory'))
  expect(one('Enabled, person has left')).toBe(
    many((each) => !each.disabled && each.cloudLifecycleState === 'inactive'),
  )
  const midnight = Math.floor(Date.now() / DAY) * DAY
  expect(one('Not changed for a year')).toBe(
    many(({ modified }) => Date.parse(modified) < midnight - 365 * DAY),
  )
  const sum = (labels: string[]) => labels.reduce((total, label) => total + (one(label) ?? 0), 0)
  const ages = ['Under 90 days', '90 to 180 days', '180 to 365 days', 'Over 1 year', 'Not known']
  expect(sum(ages)).toBe(all.length)
  expect(one('Over 1 year')).toBeGreaterThan(0)

  const held = [...(await readPrivileged(page, all)).values()]
  expect(one('Privileged')).toBe(held.filter((names) => names.length > 0).length)
  expect(one('Privileged')).toBeGreaterThan(20)
  const entitlements = numbers.filter(({ href }) => href.includes('entitlement='))
  expect(entitlements).toHaveLength(12)
  for (const { label, count } of entitlements) {
    expect([label, count]).toEqual([label, held.filter((names) => names.includes(label)).length])
  }
  const sizes = new Map<string, number>()
  for (const name of held.flat()) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  expect(entitlements.map(({ count }) => count)).toEqual(
    [...sizes.values()].toSorted((a, b) => b - a).slice(0, 12),
  )
})

/** The numbers and the accounts, once what the story before has done is in the copy as well. */
async function settled(page: Page) {
  while (true) {
    await page.goto('/overview')
    const numbers = await numbersOf(page)
    const all = await readAll(page)
    const uncorrelated = numbers.find(({ label }) => label === 'Uncorrelated')?.count
    if (uncorrelated === all.filter((each) => each.uncorrelated).length) return { numbers, all }
  }
}

/** What the rows behind a number have in common, read from the rows themselves. */
const sharedBy: Record<string, (account: Account) => boolean> = {
  Enabled: ({ disabled }) => !disabled,
  Disabled: ({ disabled }) => disabled,
  Locked: ({ locked }) => locked,
  Uncorrelated: ({ uncorrelated }) => uncorrelated,
  Human: ({ isMachine }) => isMachine !== true,
  Machine: ({ isMachine }) => isMachine === true,
  'Enabled, person has left': (each) => !each.disabled && each.cloudLifecycleState === 'inactive',
  active: (each) => each.cloudLifecycleState === 'active',
  'No state': (each) => !each.cloudLifecycleState,
  'Active Directory': (each) => each.sourceName === 'Active Directory',
  'SAP S/4HANA': (each) => each.sourceName === 'SAP S/4HANA',
}

test('every number opens as many rows, and only such as it counts', async ({ page }) => {
  test.setTimeout(180_000)
  await page.goto('/overview')
  const numbers = await numbersOf(page)
  expect(numbers.length).toBeGreaterThan(25)
  const labels = numbers.map(({ label }) => label)
  const held = await readPrivileged(page, await readAll(page))
  const shared = { ...sharedBy }
  shared.Privileged = ({ id }) => held.get(id)?.length !== 0
  for (const { label, href } of numbers.filter((each) => each.href.includes('entitlement='))) {
    expect(href).toMatch(/\?entitlement=\w+$/)
    shared[label] = ({ id }) => held.get(id)?.includes(label) === true
  }
  expect(labels).toEqual(expect.arrayContaining(Object.keys(shared)))
  const differing: object[] = []
  for (const { label, href, count } of numbers) {
    const answered = page.waitForResponse((answer) => rows.test(answer.url()))
    await page.goto(href)
    const { items }: { items: Account[] } = await (await answered).json()
    const none = page.getByText('Nothing matches')
    const table = page.getByRole('table', { name: 'Accounts' })
    await expect(none.or(table.locator('tbody a').first()), `${label}: ${href}`).toBeVisible()
    const isEmpty = await none.isVisible()
    const found = isEmpty ? 0 : Number(await table.getAttribute('aria-rowcount')) - 1
    const strange = items.filter((each) => shared[label]?.(each) === false).map(({ id }) => id)
    if (found !== count || strange.length > 0)
      differing.push({ label, href, count, found, strange })
  }
  expect(differing).toEqual([])
})

test('a number opens its rows by keyboard, and Back returns to it', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 500 })
  await page.goto('/overview')
  const table = page.getByRole('table', { name: 'Age of the password' })
  const link = table.getByRole('link', { name: /^Over 1 year: / })
  await link.focus()
  const top = () => page.locator('main').evaluate((main) => main.scrollTop)
  const before = await top()
  expect(before).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/accounts\?password=over-1-year$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
  await page.goBack()
  await expect(link).toBeFocused()
  expect(await top()).toBe(before)
})

test('each chart is a table with its headings, and every number can be reached by Tab', async ({
  page,
}) => {
  await page.goto('/overview')
  const numbers = await numbersOf(page)
  const status = page.getByRole('table', { name: 'Status' })
  await expect(status.getByRole('columnheader')).toHaveText(['Status', 'Accounts', 'Share of all'])
  await expect(status.getByRole('rowheader')).toHaveText(['Enabled', 'Disabled', 'Locked'])
  await expect(
    status.getByRole('row', { name: /^Enabled Enabled: [\d,]+ accounts [\d.]+%$/ }),
  ).toBeVisible()

  await page.getByRole('heading', { level: 1 }).focus()
  const reached = new Set<string>()
  for (let step = 0; step < numbers.length + 2; step += 1) {
    await page.keyboard.press('Tab')
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    if (href) reached.add(href)
  }
  expect([...reached].toSorted()).toEqual([...new Set(numbers.map(({ href }) => href))].toSorted())
})

test('axe finds nothing, in light and dark, and nothing is cut off at 320 px', async ({ page }) => {
  await page.goto('/overview')
  await numbersOf(page)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  await page.setViewportSize({ width: 320, height: 700 })
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main')
    return main && main.scrollWidth - main.clientWidth
  })
  expect(overflow).toBe(0)
})

test('a long list of sources is cut, says how long it is, and opens in place', async ({ page }) => {
  // The tenant's own answer, with more sources than a sample tenant has.
  await page.route(counts, async (route) => {
    const answer = await route.fetch()
    const body = await answer.json()
    const sources = body.facets.find(({ field }: { field: string }) => field === 'sourceId')
    for (let at = 0; at < 30; at += 1) {
      sources?.values.push({ value: `s${at}`, count: 30 - at, label: `Regional directory ${at}` })
    }
    await route.fulfill({ response: answer, json: body })
  })
  await page.goto('/overview')
  const table = page.getByRole('table', { name: 'Source' })
  await expect(table.getByRole('rowheader')).toHaveCount(12)
  const part = page.getByRole('region', { name: 'Source', exact: true })
  const all = part.getByRole('button', { name: /^Show all \d+$/ })
  await expect(all).toHaveAttribute('aria-expanded', 'false')
  await all.click()
  await expect(table.getByRole('rowheader').last()).toHaveText('Regional directory 29')
  await page.getByRole('button', { name: 'Show fewer' }).click()
  await expect(table.getByRole('rowheader')).toHaveCount(12)
})
