import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { patientImport } from './patient-import.ts'

const gone = new TypeError('Failed to fetch dynamically imported module')
let isOnline = true
const fetched = vi.fn(async () => {
  if (!isOnline) throw new TypeError('Failed to fetch')
  return new Response()
})

beforeEach(() => {
  isOnline = true
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  fetched.mockClear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('without a network it waits, and takes the script once there is one', async () => {
  isOnline = false
  const load = async () => {
    if (!isOnline) throw gone
    return 'script'
  }
  const all = Promise.all([patientImport(load), patientImport(load)])
  await vi.advanceTimersByTimeAsync(10_000)
  // One asks for all who wait.
  expect(fetched.mock.calls.length).toBeLessThan(15)
  isOnline = true
  await vi.advanceTimersByTimeAsync(1000)
  expect(await all).toEqual(['script', 'script'])
})

test('a network that is back before it was asked for is enough', async () => {
  const load = vi.fn().mockRejectedValueOnce(gone).mockResolvedValue('script')
  expect(await patientImport(load)).toBe('script')
})

test('what is missing though the console answers is thrown', async () => {
  const load = vi.fn().mockRejectedValue(gone)
  await expect(patientImport(load)).rejects.toBe(gone)
  expect(load).toHaveBeenCalledTimes(2)
})
