import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { fetchOrTake } from './early-answers.ts'

const url = 'http://console/api/console/session'
const early = new Response('asked before')
const late = new Response('asked now')

beforeEach(() => {
  vi.stubGlobal('earlyAnswers', new Map([[url, Promise.resolve(early)]]))
  vi.stubGlobal('fetch', async () => late)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('what was asked before is taken, once', async () => {
  expect(await fetchOrTake(new Request(url))).toBe(early)
  expect(await fetchOrTake(new Request(url))).toBe(late)
})

test('another question, and anything but a question, is sent', async () => {
  expect(await fetchOrTake(new Request(`${url}?limit=1`))).toBe(late)
  expect(await fetchOrTake(new Request(url, { method: 'POST' }))).toBe(late)
  expect(await fetchOrTake(new Request(url))).toBe(early)
})

test('what nobody took for long is not taken any more', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(10_001)

  expect(await fetchOrTake(new Request(url))).toBe(late)
})

test('where nothing was asked before everything is sent', async () => {
  vi.unstubAllGlobals()
  vi.stubGlobal('fetch', async () => late)

  expect(await fetchOrTake(new Request(url))).toBe(late)
})
