import { expect, test } from 'vitest'

import type { TaskStatus } from '#api/client.ts'

import {
  fits,
  listOf,
  parseTaskSearch,
  showsEnded,
  showsOpen,
  toApiQuery,
  toUrl,
} from './search.ts'

const read = (url: string) => parseTaskSearch(new URLSearchParams(url))

test('a link shows the same tasks wherever it is opened', () => {
  const url = 'state=open&state=ERROR&type=ACCOUNT_DELETION&source=s1&source=s2&at=40'
  expect(toUrl(read(url)).toString()).toBe(url)
  expect(toUrl(read('')).toString()).toBe('')
})

test('what no list can mean is left out', () => {
  expect(read('state=BROKEN&type=NONE&source=+&at=-3')).toEqual({ filters: {}, at: 0 })
})

test('the tenant is asked in its own words, the newest first', () => {
  const list = listOf(read('state=ERROR&state=open&type=CLOUD_ACCOUNT_AGGREGATION&source=a"b'))
  expect(toApiQuery(list, 2)).toEqual({
    filters:
      'completionStatus eq "ERROR" and type eq "CLOUD_ACCOUNT_AGGREGATION" and sourceId eq "a\\"b"',
    sorters: '-created',
    limit: 100,
    offset: 200,
    count: true,
  })
  const two = listOf(read('state=ERROR&state=WARNING'))
  expect(toApiQuery(two, 0).filters).toBe('completionStatus in ("WARNING", "ERROR")')
  expect(toApiQuery(listOf(read('')), 0)).not.toHaveProperty('filters')
})

test('a state decides which of the two lists of the tenant is asked', () => {
  const asked = (url: string) => [showsOpen(listOf(read(url))), showsEnded(listOf(read(url)))]
  expect(asked('')).toEqual([true, true])
  expect(asked('state=open')).toEqual([true, false])
  expect(asked('state=ERROR')).toEqual([false, true])
  expect(asked('state=open&state=ERROR')).toEqual([true, true])
})

test('tasks that have not ended are filtered as the tenant filters those that have', () => {
  const task = {
    uniqueName: 'Cloud Account Aggregation',
    type: 'QUARTZ',
    target: { id: 's1' },
  } as TaskStatus // all that is looked at
  const isShown = (url: string) => fits(task, listOf(read(url)))
  expect(isShown('')).toBe(true)
  expect(isShown('source=s1&type=CLOUD_ACCOUNT_AGGREGATION')).toBe(true)
  expect(isShown('source=s2')).toBe(false)
  expect(isShown('type=ACCOUNT_DELETION')).toBe(false)
  expect(isShown('state=ERROR')).toBe(false)
  expect(fits({ ...task, target: null }, listOf(read('source=s1')))).toBe(false)
})
