import { expect, test } from 'vitest'

import { readAnswer } from './load-answer.ts'

test('an answer tells the task, and whether it is that of another aggregation', () => {
  expect(readAnswer({ success: true, task: { id: 't1', messages: [] } })).toEqual({
    taskId: 't1',
    isStarted: true,
    words: undefined,
  })
  const messages = [{ type: 'ERROR', localizedText: 'One is running.' }]
  expect(readAnswer({ success: 'false', task: { id: 't1', messages } })).toEqual({
    taskId: 't1',
    isStarted: false,
    words: 'One is running.',
  })
  expect(readAnswer({ task: {} })).toEqual({
    taskId: undefined,
    isStarted: true,
    words: undefined,
  })
})
