import type { Visit } from './chrome.ts'

/** What the least page that shows the same rows takes, beside which ours is judged. */
export async function plainLoad(visited: Visit, url: string) {
  await visited.devtools.send('Performance.enable')
  await visited.page.goto(url, { waitUntil: 'commit' })
  const rows = await visited.page.evaluate(() => window.probe.firstRows())
  return {
    'first rows of a plain table': [rows],
    'main thread until then, plain': [await taskMs(visited)],
  }
}

/** Opens the list in a browser that has never seen it, and once more in the same one. */
export async function firstLoad({ page, devtools }: Visit, url: string) {
  await devtools.send('Performance.enable')
  await page.goto(`${url}/accounts`, { waitUntil: 'commit' })
  const cold = await page.evaluate(() => window.probe.firstRows())
  const busy = await taskMs({ page, devtools })
  const { requests, scripts, bytes } = await page.evaluate((at) => window.probe.sent(at), cold)
  // What comes after the rows belongs to the visit, and would be in the way of the next one.
  await page.getByRole('checkbox', { name: /^Disabled/ }).waitFor()
  await page.goto(`${url}/accounts`, { waitUntil: 'commit' })
  const warm = await page.evaluate(() => window.probe.firstRows())
  return {
    'first rows, cold browser': [cold],
    'main thread until then': [busy],
    'requests until then': [requests],
    'kB of scripts until then': [scripts / 1000],
    'kB in all until then': [bytes / 1000],
    'first rows, second visit': [warm],
  }
}

async function taskMs({ devtools }: Visit): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}
