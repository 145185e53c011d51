import { expect, test } from 'vitest'

import type { Question } from '#ui/confirm.tsx'

import type { Item } from './accept.ts'
import { askFirst } from './authoritative.ts'

const item = (id: string, authoritative = false): Item => ({
  account: { id, name: id, sourceId: 's', sourceName: 'Workday HR', authoritative },
  owner: { id: `owner of ${id}`, name: `Owner ${id}`, alias: '', email: '' },
})

/** Answers the questions one after the other, and keeps them. */
function answering(...answers: boolean[]) {
  const asked: Question[] = []
  const ask = (question: Question) => {
    asked.push(question)
    return Promise.resolve(answers[asked.length - 1] ?? false)
  }
  return { ask, asked }
}

test('accounts of other sources are sent without a question', async () => {
  const { ask, asked } = answering()
  expect(await askFirst([item('a'), item('b')], ask)).toEqual([item('a'), item('b')])
  expect(asked).toEqual([])
})

test('each account of an authoritative source is asked for with the name of its owner typed', async () => {
  const { ask, asked } = answering(true, true)
  const meant = await askFirst([item('a', true), item('b'), item('c', true)], ask)
  expect(meant.map(({ account, isTyped }) => [account.id, isTyped])).toEqual([
    ['a', true],
    ['b', undefined],
    ['c', true],
  ])
  expect(asked.map(({ typed }) => typed?.text)).toEqual(['Owner a', 'Owner c'])
  expect(asked[0]?.body).toContain(
    'Workday HR is authoritative: its accounts say who is a person and what is known of them.',
  )
})

test('who cancels one leaves it and the ones behind it out, and the others are sent', async () => {
  const { ask, asked } = answering(true, false)
  const items = [item('a', true), item('b', true), item('c', true), item('d')]
  const meant = await askFirst(items, ask)
  expect(meant.map(({ account }) => account.id)).toEqual(['a', 'd'])
  expect(asked).toHaveLength(2)
})
