import { expect, test, vi } from 'vitest'

import { pendingStore } from './pending.ts'

test('an account has one action under way: a second click begins nothing', () => {
  const pending = pendingStore()
  expect(pending.begin('a1', 'disable')).toBe(true)
  expect(pending.begin('a1', 'disable')).toBe(false)
  expect(pending.begin('a1', 'remove')).toBe(false)
  expect(pending.begin('a2', 'remove')).toBe(true)
  expect(pending.get('a1')).toBe('disable')
})

test('who watches is told at once, and no more after leaving', () => {
  const pending = pendingStore()
  const seen = vi.fn(() => pending.get('a1'))
  const leave = pending.subscribe(seen)
  pending.begin('a1', 'unlock')
  expect(seen).toHaveLastReturnedWith('unlock')
  pending.end('a1')
  expect(seen).toHaveLastReturnedWith(undefined)
  leave()
  pending.begin('a1', 'unlock')
  expect(seen).toHaveBeenCalledTimes(2)
})

test('ending what is not under way tells nobody', () => {
  const pending = pendingStore()
  const seen = vi.fn()
  pending.subscribe(seen)
  pending.end('a1')
  expect(seen).not.toHaveBeenCalled()
})

test('what a run of another page has under way is pending, and what this page has begun ends here', () => {
  const pending = pendingStore()
  const seen = vi.fn()
  pending.subscribe(seen)
  pending.hear(new Map())
  expect(seen).not.toHaveBeenCalled()
  pending.hear(new Map([['a1', 'disable']]))
  expect(pending.get('a1')).toBe('disable')
  expect(seen).toHaveBeenCalledTimes(1)
  pending.hear(new Map())
  expect(pending.get('a1')).toBeUndefined()

  pending.begin('a2', 'enable')
  pending.hear(new Map([['a2', 'enable']]))
  pending.end('a2')
  // The verdict has been told; that the run is over is heard a moment later.
  expect(pending.get('a2')).toBeUndefined()
})
