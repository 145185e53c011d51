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

test('a list says which of its accounts larger runs have under way, until it is read again', () => {
  const pending = pendingStore()
  const seen = vi.fn()
  pending.subscribe(seen)
  pending.hearOf(['a1', 'a2'], new Map([['a1', 'disable']]), 0)
  expect([pending.get('a1'), pending.get('a2')]).toEqual(['disable', undefined])
  pending.hearOf(['a1', 'a2'], new Map([['a1', 'disable']]), 0)
  expect(seen).toHaveBeenCalledTimes(1)
  // Another list knows nothing of it.
  pending.hearOf(['a3'], new Map(), 0)
  expect(pending.get('a1')).toBe('disable')
  pending.hearOf(['a1', 'a2'], new Map(), 0)
  expect(pending.get('a1')).toBeUndefined()
})

test('a list that was asked for before an action ended says nothing of that account', () => {
  const pending = pendingStore()
  const asked = performance.now()
  pending.begin('a1', 'enable')
  pending.end('a1')
  pending.hearOf(['a1'], new Map([['a1', 'enable']]), asked)
  expect(pending.get('a1')).toBeUndefined()
  pending.hearOf(['a1'], new Map([['a1', 'disable']]), performance.now() + 1)
  expect(pending.get('a1')).toBe('disable')
})
