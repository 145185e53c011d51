import { expect, test } from 'vitest'

import { gather } from '../../lib/gather.ts'
import { chunksOf, filtersOf } from './id-filter.ts'
import { createOutage } from './outage.ts'
import { defaultPace } from './pace.ts'
import { createThreshold } from './threshold.ts'

const id = (at: number) => at.toString(16).padStart(32, '0')

test('ids go into as few addresses as are short enough, each once and in their order', () => {
  const ids = Array.from({ length: 1000 }, (_, at) => id(at))
  const filters = filtersOf('id', ids)
  expect(filters.flatMap(({ values }) => values)).toEqual(ids)
  for (const { filter, values } of filters) {
    expect(new URLSearchParams({ filters: filter }).toString().length).toBeLessThan(8000)
    expect(values.length).toBeLessThanOrEqual(250)
  }
  expect(filters.length).toBeLessThanOrEqual(6)
  expect(chunksOf(Array.from({ length: 300 }, String)).map(({ length }) => length)).toEqual([
    250, 50,
  ])
  expect(filtersOf('nativeIdentity', ['a"b\\c'])[0]?.filter).toBe(
    'nativeIdentity in ("a\\"b\\\\c")',
  )
})

test('what is asked for while work runs is done in one go after it, and fails alone', async () => {
  const rounds: number[][] = []
  const doubled = gather<number, number>(async (items) => {
    rounds.push(items)
    if (items.includes(13)) throw new Error('unlucky')
    return items.map((item) => item * 2)
  })
  expect(await Promise.all([doubled(1), doubled(2)])).toEqual([2, 4])
  await expect(doubled(13)).rejects.toThrow('unlucky')
  expect(await doubled(3)).toBe(6)
  expect(rounds).toEqual([[1, 2], [13], [3]])
})

test('a run pauses from its share of failures on, and not before it has seen enough', () => {
  const few = createThreshold({ percent: 50, of: 4 })
  expect([true, true, true].map((failed) => few.add(failed, 'no'))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(few.add(true, 'no')).toContain('4 of the last 4')
  few.forget()
  expect(few.add(true, null)).toBeUndefined()
  const never = createThreshold({ percent: 0, of: 1 })
  expect(never.add(true, null)).toBeUndefined()
})

test('a tenant that does not answer is left alone longer each time, and tried by one call', () => {
  let time = 0
  const outage = createOutage(defaultPace, () => time)
  expect(outage.wait()).toBe(0)
  outage.failed('gone')
  const first = outage.wait()
  expect(first).toBeGreaterThan(0)
  time += first
  expect(outage.wait()).toBe(0)
  outage.tried()
  expect(outage.wait()).toBeGreaterThan(0)
  for (let times = 0; times < 20; times += 1) outage.failed('gone')
  expect(outage.wait()).toBeLessThanOrEqual(defaultPace.outageMost)
  expect(outage.words()).toBe('gone')
  outage.answered()
  expect([outage.wait(), outage.words()]).toEqual([0, undefined])
})
