import { once } from 'node:events'

import { expect, onTestFinished, test } from 'vitest'

import { columnsOf, csvOf } from './export.ts'
import { openIndexFile } from './store/file.ts'
import { recordOf } from './store/record.ts'
import { putAccounts, removeAccounts } from './store/rows.ts'

const ROWS = 50_000
const idOf = (n: number) => String(n).padStart(8, '0')

/** A copy of many accounts, and their numbers. */
async function filled() {
  const file = await openIndexFile(':memory:', { warn: () => {} })
  onTestFinished(() => file.close())
  const ords: number[] = []
  for (let at = 0; at < ROWS; at += 1000) {
    const ids = Array.from({ length: 1000 }, (_, n) => idOf(at + n))
    const written = await putAccounts(
      file.write,
      ids.map((id) => recordOf({ id }, null)),
      1,
    )
    ords.push(...written.map(({ ord }) => ord))
  }
  return { file, ords }
}

test('50,000 rows are read as they are taken, never ahead', async () => {
  const { file, ords } = await filled()
  const csv = csvOf(file.read, ords, columnsOf(['id']))
  await once(csv, 'readable')
  await new Promise((resolve) => setTimeout(resolve, 50))

  // What nobody has taken is not read yet, so it can still go.
  const half = Array.from({ length: ROWS / 2 }, (_, n) => idOf(ROWS / 2 + n))
  await removeAccounts(file.write, half)
  let text = ''
  for await (const piece of csv) text += String(piece)

  const lines = text.trim().split('\r\n')
  expect(lines).toHaveLength(1 + ROWS / 2)
  expect(lines.at(-1)).toBe(idOf(ROWS / 2 - 1))
})

test('a reader that goes away ends the reading', async () => {
  const { file, ords } = await filled()
  let read = 0
  const counted = new Proxy(ords, {
    get(target, name) {
      if (name === 'slice') read += 1
      return Reflect.get(target, name)
    },
  })
  const csv = csvOf(file.read, counted, columnsOf(['id']))
  await once(csv, 'readable')

  csv.destroy()
  await once(csv, 'close')
  const before = read
  await new Promise((resolve) => setTimeout(resolve, 50))

  expect(before).toBeGreaterThan(0)
  // The page that was under way comes to its end.
  expect(read).toBeLessThanOrEqual(before + 1)
})

test('what cannot be read breaks the file off instead of ending it', async () => {
  const { file, ords } = await filled()
  const csv = csvOf(file.read, ords, columnsOf(['id']))
  await once(csv, 'readable')
  await file.renew('for this test')

  const text = async () => {
    for await (const piece of csv) String(piece)
  }
  await expect(text()).rejects.toThrow(/not open|destroyed/)
})
