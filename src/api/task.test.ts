import { expect, test } from 'vitest'

import { changesOf, isAggregation, isEnded, messagesOf, resultsOf, stateOf } from './task.ts'

const open = { completed: null, completionStatus: null }

test('a task has ended where it says when or how, and waits until it was launched', () => {
  expect(isEnded(open)).toBe(false)
  expect(stateOf({ ...open, launched: null })).toBe('waiting')
  expect(stateOf({ ...open, launched: '2026-01-01T00:00:00Z' })).toBe('running')
  expect(stateOf({ completed: null, completionStatus: 'ERROR', launched: null })).toBe('ERROR')
  const undecided = { completed: '2026-01-01T00:00:00Z', completionStatus: null, launched: null }
  expect(stateOf(undecided)).toBe('unknown')
})

test('messages are read in every form that a tenant writes them in, the worst first', () => {
  const told = [
    { type: 'INFO', localizedText: { locale: 'en', message: 'It began.' }, key: 'a' },
    { type: 'ERROR', localizedText: 'It broke.', key: 'b' },
    { type: 'ERROR', localizedText: { locale: 'en', message: 'It broke.' }, key: 'b' },
    { type: 'WARN', localizedText: null, key: 'err_some_key' },
    { type: 'INFO', localizedText: null, key: ' ' },
    'As text.',
    null,
  ]
  expect(messagesOf(told)).toEqual([
    { level: 'ERROR', text: 'It broke.' },
    { level: 'WARN', text: 'err_some_key' },
    { level: 'INFO', text: 'It began.' },
    { level: 'INFO', text: 'As text.' },
  ])
  expect(messagesOf(null)).toEqual([])
})

test('an aggregation is known by its name or its type', () => {
  expect(isAggregation({ uniqueName: 'Cloud Account Aggregation', type: 'QUARTZ' })).toBe(true)
  expect(isAggregation({ uniqueName: '', type: 'CLOUD_ACCOUNT_AGGREGATION' })).toBe(true)
  expect(isAggregation({ uniqueName: 'Account Disable', type: 'QUEUED_TASK' })).toBe(false)
})

test('changes are counted from numbers and from numbers as text, and what is neither is not known', () => {
  expect(
    changesOf({ attributes: { total: 3, created: '2', updated: 0, deleted: 'many' } }),
  ).toEqual({
    read: 3,
    added: 2,
    changed: 0,
  })
  expect(changesOf({ attributes: {} })).toEqual({})
})

test('results carry the name that the task gives them, and no objects', () => {
  const returns = [
    { name: 'Accounts read', attributeName: 'total' },
    { name: '', attributeName: 'done' },
    { name: 'Whole', attributeName: 'whole' },
    { name: 'Not there', attributeName: 'nothing' },
  ]
  expect(resultsOf({ returns, attributes: { total: 3, done: true, whole: { a: 1 } } })).toEqual([
    { name: 'Accounts read', value: '3' },
    { name: 'done', value: 'true' },
  ])
})
