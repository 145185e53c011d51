import type { Page } from '@playwright/test'

import { open, screens } from './every-screen.ts'
import { expect, expectNoAxeViolations, inBothSchemes, row, test } from './fixtures.ts'
import { overflow, untilIndexed } from './source-stage.ts'

test('the console is used in German from then on, and in English again', async ({ page }) => {
  // It opens every screen.
  test.setTimeout(180_000)
  await untilIndexed(page)
  await page.goto('/accounts')
  await page.getByRole('button', { name: /^Display/ }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Konten' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('columnheader', { name: 'Quelle' })).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toContainText(/Aktiv|Deaktiviert/)
  await page.goto('/identities?q=Sentinel%20Sample')
  await expect(row(page, 'Sentinel Sample')).toContainText(/vor \d+ Tagen|vorgestern|gestern/)
  await inBothSchemes(page, () => expectNoAxeViolations(page))
  // German is the longer one: what fits here fits in English.
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of await screens(page)) {
    await open(page, path)
    expect([path, await overflow(page)]).toEqual([path, 0])
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/accounts')
  await page.getByRole('button', { name: /^Darstellung/ }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
})

/** Every text of an answer of the API: what is shown of it is data, whatever it says. */
function dataOf(page: Page): Set<string> {
  const texts = new Set<string>()
  const keep = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        texts.add(name)
        keep(each)
      }
    }
  }
  page.on('response', async (response) => {
    if (!response.url().includes('/api/')) return
    keep(await response.json().catch(() => undefined)) // a stream, or one that was cut off
  })
  return texts
}

/** Texts on the screen that no catalogue has marked, and marked ones that are cut off. */
const textsOf = (page: Page) =>
  page.evaluate(() => {
    const plain = new Set<string>()
    const cut = new Set<string>()
    const isShown = (element: Element) => element.getClientRects().length > 0
    // Codes, keys and times have their own rules.
    const isText = (element: Element) => !element.closest('script, style, time, kbd, code, pre')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !isShown(element) || !isText(element)) continue
      if (!element.textContent?.includes('⟦')) plain.add((node.textContent ?? '').trim())
    }
    const attributes = ['aria-label', 'placeholder', 'title', 'alt']
    for (const element of document.querySelectorAll('body *')) {
      for (const name of attributes) {
        const text = element.getAttribute(name)
        if (text && !text.includes('⟦') && isText(element)) plain.add(text)
      }
    }
    // Headers of columns are as wide as somebody wants them, and facets are beside their numbers.
    for (const element of document.querySelectorAll('button, h1, h2, h3, label, legend, dt, p')) {
      const isMarked = element.textContent?.includes('⟦')
      if (!isMarked || !isShown(element) || element.closest('table, [data-facet]')) continue
      const isClipped = getComputedStyle(element).overflowX !== 'visible'
      if (isClipped && element.scrollWidth > element.clientWidth + 1)
        cut.add(element.textContent ?? '')
    }
    return { plain: [...plain], cut: [...cut] }
  })

/** A value of the tenant's, a feature that it names by a code, a time, or no words at all. */
function isData(text: string, data: ReadonlySet<string>): boolean {
  const isTime = /^[A-Z][a-z]{2} \d{1,2}, \d{4}, [\d:]+ [AP]M$/.test(text)
  const code = text.toUpperCase().replaceAll(' ', '_')
  const isKnown = () => data.has(code) || [...data].some((each) => each.includes(text))
  return isTime || !/\p{L}{2}/u.test(text) || isKnown()
}

test('every text comes from the catalogue, and a third more of it is not cut off', async ({
  page,
  baseURL,
  context,
}) => {
  test.setTimeout(180_000)
  await untilIndexed(page)
  await context.addCookies([{ name: 'muster-language', value: 'pseudo', url: baseURL ?? '' }])
  const data = dataOf(page)
  const all = await screens(page)
  const found: Record<string, string[]> = {}
  for (const path of all) {
    await open(page, path)
    const { plain, cut } = await textsOf(page)
    const left = plain.filter((text) => !isData(text, data))
    if (left.length + cut.length > 0) found[path] = [...left, ...cut.map((text) => `cut: ${text}`)]
  }
  expect(found).toEqual({})
})
