import { expect, test } from 'vitest'

import { saysLeft } from './leavers.ts'

test.each([
  'inactive',
  'Inactive',
  'longTermInactive',
  'inactive_long_term',
  'TERMINATED',
  'former employee',
  'leaver',
])('%s says that the person has left', (state) => {
  expect(saysLeft(state)).toBe(true)
})

test.each([
  'active',
  'leaveOfAbsence',
  'on leave',
  'prehire',
  'reactivated',
  'terminationPending',
  'pending terminated',
  'preTerminated',
  'departmentTransfer',
  'performer',
  '',
  '-',
  '😀',
])('%s does not', (state) => {
  expect(saysLeft(state)).toBe(false)
})
