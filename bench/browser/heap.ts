import type { Visit } from './chrome.ts'

/** Before the first measure: what is loaded once, and caches that fill up, is no growth. */
const WARM = 60

/** How the heap grows while somebody goes from page to page. */
export async function heapGrowth({ page, devtools }: Visit, url: string, navigations: number) {
  await page.goto(`${url}/accounts`)
  const nav = page.getByRole('navigation', { name: 'Main' })
  const places = ['Identities', 'Overview', 'Accounts']
  async function go(times: number) {
    for (let at = 0; at < times; at += 1) {
      const name = places[at % places.length]
      if (!name) continue
      await nav.getByRole('link', { name, exact: true }).click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
    }
  }
  await go(WARM)
  const before = await heap()
  await go(navigations)
  const after = await heap()
  return {
    'heap after the first pages, MB': [before / 1e6],
    'heap after the navigations, MB': [after / 1e6],
    'growth of the heap a navigation, kB': [(after - before) / navigations / 1000],
  }

  async function heap(): Promise<number> {
    await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    return usedSize
  }
}
