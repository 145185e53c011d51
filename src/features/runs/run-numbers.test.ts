import { expect, test } from 'vitest'

import { nameOf, percentOf, settledOf } from './run-numbers.ts'
import type { Run } from './types.ts'

const none = { planned: 0, sent: 0, accepted: 0, done: 0, failed: 0 }
const counts = { ...none, notConfirmed: 0, skipped: 0, notSent: 0, total: 0 }

function run(change: Partial<Run['counts']>, more: Partial<Run> = {}): Run {
  return { action: 'disable', accountName: null, ...more, counts: { ...counts, ...change } } as Run // what the numbers read
}

test('every verdict counts as settled, and neither what is on its way nor what was skipped', () => {
  const all = { planned: 1, sent: 2, accepted: 3, done: 4, failed: 5 }
  expect(settledOf(run({ ...all, notConfirmed: 6, skipped: 7, notSent: 8, total: 36 }))).toBe(23)
})

test('it is 100 percent only where nothing is left', () => {
  expect(percentOf([run({ done: 1999, planned: 1, total: 2000 })])).toBe(99)
  expect(percentOf([run({ done: 1, total: 1 }), run({ failed: 1, planned: 2, total: 3 })])).toBe(50)
  expect(percentOf([run({ done: 2, total: 2 })])).toBe(100)
  expect(percentOf([])).toBe(0)
})

test('a run is called by its number of accounts, and one of a single account by that', () => {
  expect(nameOf(run({ total: 1210, skipped: 10 }))).toBe('Disable 1,200 accounts')
  expect(nameOf(run({ total: 10, skipped: 10 }))).toBe('Disable 10 accounts')
  expect(nameOf(run({ total: 1 }, { accountName: 'ann.brown' }))).toBe('Disable ann.brown')
  expect(nameOf(run({ total: 1 }, { accountName: ' ' }))).toBe('Disable 1 account')
})

test('a run that gives accounts away names whom to, and one that puts owners back does not', () => {
  const target = { identityId: 'i1', identityName: 'Ann Brown' }
  const two = { total: 2, done: 2 }
  expect(nameOf(run(two, { action: 'reassign', target }))).toBe('Reassign 2 accounts to Ann Brown')
  expect(nameOf(run(two, { action: 'reassign', target: null }))).toBe(
    'Put back the owners of 2 accounts',
  )
  const one = { total: 1, done: 1 }
  const named = { accountName: 'ann', target: { identityId: 'i1', identityName: null } }
  expect(nameOf(run(one, { action: 'reassign', ...named }))).toBe('Reassign ann to i1')
  expect(nameOf(run(two, { action: 'correlate', target: null }))).toBe('Correlate 2 accounts')
})

test('what is done to log-ins counts them', () => {
  expect(nameOf(run({ total: 2 }, { action: 'disableLogIn' }))).toBe('Disable 2 log-ins')
  const edits = { action: 'edit', undoOf: null } as const
  expect(nameOf(run({ total: 2 }, edits))).toBe('Edit the attributes of 2 accounts')
  expect(nameOf(run({ total: 1 }, { ...edits, undoOf: 'r', accountName: 'Ann' }))).toBe(
    'Put back the attributes of Ann',
  )
  expect(nameOf(run({ total: 1 }, { action: 'enableLogIn' }))).toBe('Enable 1 log-in')
  const ann = { action: 'enableLogIn', accountName: 'ann' } as const
  expect(nameOf(run({ total: 1 }, ann))).toBe('Enable log-in ann')
})
