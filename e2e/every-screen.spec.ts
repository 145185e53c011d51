import type { Page } from '@playwright/test'

import { open, screens } from './every-screen.ts'
import { expect, test } from './fixtures.ts'
import { untilIndexed } from './source-stage.ts'

test('on no screen anything moves when slow answers come', async ({ page }) => {
  test.setTimeout(180_000)
  await untilIndexed(page)
  const all = await screens(page)
  await page.addInitScript(() => {
    const shifts: unknown[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        const nodes = entry.sources.map(({ node }) => (node as Element | null)?.className ?? '')
        shifts.push({ value: entry.value, nodes })
      }
    }).observe({ type: 'layout-shift', buffered: true })
    // What the types of the DOM leave out.
    type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] }
  })
  await page.route(/\/api\/(v2024|console)\/(?!session|events)/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 250))
    await route.continue().catch(() => undefined) // the page has gone on
  })
  for (const path of all) {
    await open(page, path)
    const shifts = await shiftsOf(page)
    const moved = shifts.reduce((sum, { value }) => sum + value, 0)
    const isSteady = moved < 0.02
    expect([path, isSteady ? [] : shifts]).toEqual([path, []])
  }
})

/** Put there by the script above. */
const shiftsOf = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { shifts: { value: number; nodes: string[] }[] }).shifts,
  )
