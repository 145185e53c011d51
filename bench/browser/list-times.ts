import type { Page } from '@playwright/test'

import { partsOf, type Answers } from './answers.ts'
import type { Visit } from './chrome.ts'
import type { Expected } from './probe.ts'

/** Between two keys, as somebody types who knows the word. */
const KEY_MS = 110

/** What a click in the counts filters by, as the address says it afterwards. */
const filters: [box: RegExp, query: string][] = [
  [/^Disabled/, 'status=disabled'],
  [/^Locked/, 'status=locked'],
  [/^Machine/, 'type=machine'],
]

const sorts: [header: string, query: string][] = [
  ['Source', 'sort=source.displayableName'],
  ['Status', 'sort=status'],
  ['Identity', 'sort=identity.name'],
]

/** Types, filters, sorts and scrolls in the list of all accounts. */
export async function listTimes({ page }: Visit, answers: Answers) {
  await page.goto(`${answers.url}/accounts`)
  await page.getByRole('checkbox', { name: /^Disabled/ }).waitFor()
  const all = await answers.to('')
  await shows(page, all)
  return {
    'keystroke to painted': await typing(page, answers, all),
    'filter to painted': await filtering(page, answers, all),
    'sort to painted': await sorting(page, answers),
    ...(await moving(page, answers)),
  }
}

async function typing(page: Page, { words, to }: Answers, all: Expected): Promise<number[]> {
  const box = page.getByRole('searchbox').first()
  const times: number[] = []
  for (const word of words) {
    const expected = await Promise.all(partsOf(word).map((part) => to(`q=${part}`)))
    await box.focus()
    await expectFrom(page, expected, 'keydown')
    await page.keyboard.type(word, { delay: KEY_MS })
    times.push(...(await page.evaluate(() => window.probe.waited())))
    await box.fill('')
    await shows(page, all)
  }
  return times
}

async function filtering(page: Page, { to }: Answers, all: Expected): Promise<number[]> {
  const times: number[] = []
  for (const [name, query] of filters) {
    const box = page.getByRole('checkbox', { name })
    for (const expected of [await to(query), all]) {
      await expectFrom(page, [expected], 'pointerdown')
      await box.click()
      times.push(...(await page.evaluate(() => window.probe.waited())))
    }
  }
  return times
}

async function sorting(page: Page, { to }: Answers): Promise<number[]> {
  const times: number[] = []
  for (const [header, query] of sorts) {
    const button = page.getByRole('columnheader', { name: header, exact: true }).getByRole('button')
    for (const sign of ['', '-']) {
      await expectFrom(page, [await to(query.replace('=', `=${sign}`))], 'pointerdown')
      await button.click()
      times.push(...(await page.evaluate(() => window.probe.waited())))
    }
  }
  return times
}

async function moving(page: Page, { total }: Answers) {
  const jump = (at: number) => page.evaluate((to) => window.probe.jump(to), at)
  const next: number[] = []
  for (let window_ = 0; window_ < 5; window_ += 1) next.push(await jump(90 + window_ * 100))
  const far: number[] = []
  for (const share of [0.5, 0.99, 0.25]) far.push(await jump(Math.floor(total * share)))
  await jump(0)
  const reading = await page.evaluate(() => window.probe.scroll(200, 25))
  const fling = await page.evaluate(() => window.probe.scroll(9_000, 900))
  return {
    'next window to painted': next,
    'jump to the middle to painted': far,
    'reading: % of frames dropped': [(100 * reading.dropped) / reading.frames],
    'reading: tasks over 50 ms': [reading.longTasks],
    'fling over 9,000 rows: % of frames dropped': [(100 * fling.dropped) / fling.frames],
    'fling over 9,000 rows: tasks over 50 ms': [fling.longTasks],
    'fling over 9,000 rows: longest task': [fling.longest],
  }
}

function expectFrom(page: Page, expected: Expected[], event: string): Promise<void> {
  return page.evaluate(([rows, name]) => window.probe.expect(rows, name), [
    expected,
    event,
  ] as const)
}

async function shows(page: Page, { total, name, at }: Expected): Promise<void> {
  const list = page.locator(`div:not([data-previous]) > table[aria-rowcount="${total + 1}"]`)
  await list.locator(`tr[data-index="${at}"] a`, { hasText: name }).first().waitFor()
}
