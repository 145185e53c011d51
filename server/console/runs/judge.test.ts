import { expect, test } from 'vitest'

import { actions } from './actions.ts'
import { judge, type Followed, type Seen } from './judge.ts'
import { defaultPace as pace } from './pace.ts'
import { account } from './testing/drafts.ts'

const item = (change: Partial<Followed> = {}): Followed => ({
  kind: 'accepted',
  since: 0,
  taskId: 't',
  end: undefined,
  endedAt: undefined,
  taskKnown: undefined,
  firstLook: undefined,
  resendAfter: pace.grace,
  isAnswered: false,
  words: null,
  ...change,
})
const seen = (change: Partial<Seen> = {}): Seen => ({
  account: account(),
  isGone: false,
  now: 1000,
  ...change,
})
const ended = (well: boolean, words: string | null = null) => ({ id: 't', well, words, at: 0 })
const shown = seen({ account: account({ disabled: true }) })
const { disable, aggregate, remove } = actions

test.each([
  ['shows it: confirmed', disable, item(), shown, 'confirm'],
  ['shows it although no answer came', disable, item({ kind: 'unsure' }), shown, 'confirm'],
  ['does not show it while the task runs', disable, item(), seen(), 'wait'],
  ['lags behind a task that ended well', disable, item({ end: ended(true) }), seen(), 'wait'],
  [
    'never shows it',
    disable,
    item({ end: ended(true), endedAt: 0 }),
    seen({ now: pace.settle }),
    'giveUp',
  ],
  ['of a task that failed', disable, item({ end: ended(false, 'no') }), seen(), 'fail'],
  ['of a task that never ends', disable, item(), seen({ now: pace.task }), 'giveUp'],
  ['without a task', disable, item({ taskId: null }), seen({ now: pace.blind }), 'giveUp'],
  ['of an unknown task', disable, item({ taskKnown: false }), seen({ now: pace.blind }), 'giveUp'],
  ['is gone', disable, item(), seen({ account: undefined, isGone: true }), 'fail'],
  ['is gone, as was wanted', remove, item(), seen({ account: undefined, isGone: true }), 'confirm'],
  ['is still there', remove, item(), seen(), 'wait'],
  ['was read from its source', aggregate, item({ end: ended(true) }), seen(), 'confirm'],
  ['could not be read from its source', aggregate, item({ end: ended(false) }), seen(), 'fail'],
  ['is being read', aggregate, item(), seen(), 'wait'],
  [
    'is gone from its source',
    aggregate,
    item({ end: ended(true) }),
    seen({ account: undefined, isGone: true }),
    'confirm',
  ],
] as const)('an account that %s', (_name, action, given, look, verdict) => {
  expect(judge(action, given, look, pace).is).toBe(verdict)
})

test('a request without an answer is sent again only once nothing can be on its way any more', () => {
  const lost = item({ kind: 'unsure', firstLook: 5000 })
  const early = seen({ now: 5000 + pace.grace - 1 })
  expect(judge(disable, lost, early, pace).is).toBe('wait')
  expect(judge(disable, lost, seen({ now: 5000 + pace.grace }), pace).is).toBe('resend')
  // Not counted while the account cannot be read, however long ago it was sent.
  const unread = { ...lost, firstLook: undefined }
  expect(judge(disable, unread, seen({ now: 1e6 }), pace).is).toBe('wait')
  const unseen = seen({ account: undefined, now: pace.blind })
  expect(judge(disable, unread, unseen, pace).is).toBe('giveUp')
})

test('a request that the tenant says it failed on is sent again after its backoff', () => {
  const failed = item({ kind: 'unsure', isAnswered: true, resendAfter: 300 })
  expect(judge(disable, failed, seen({ now: 299 }), pace).is).toBe('wait')
  expect(judge(disable, failed, seen({ now: 300 }), pace).is).toBe('resend')
})

test('a warning of the tenant is kept with the confirmation', () => {
  const warned = item({ end: ended(true, 'Slow directory') })
  expect(judge(disable, warned, shown, pace)).toEqual({ is: 'confirm', words: 'Slow directory' })
})
