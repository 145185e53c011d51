import { expect, test } from 'vitest'

import { account } from './testing/answers.ts'

const { changedWords } = await import('./changed-words.ts')

const seen = account('a', {
  uncorrelated: true,
  attributes: { city: 'Bonn', groups: ['A', 'B'], floor: 3, gone: 'x' },
})

test('nothing changed, not even where a list came in another order or a number as text', () => {
  const after = { ...seen, attributes: { city: 'Bonn', groups: ['B', 'A'], floor: '3', gone: 'x' } }
  expect(changedWords(seen, after)).toEqual(['Nothing has changed on it.'])
})

test('state, owner and attributes are told before and after', () => {
  const after = {
    ...seen,
    disabled: true,
    locked: true,
    uncorrelated: false,
    identity: { id: 'i2', name: 'Ines' },
    attributes: { city: 'Lyon', groups: ['A', 'C'], floor: 3 },
  }
  expect(changedWords(seen, after)).toEqual([
    'Status: enabled → disabled, locked',
    'Identity: nobody → Ines',
    'city: Bonn → Lyon',
    'gone: x → Not set',
    'groups: A, B → A, C',
  ])
})

test('a secret is told to have changed, and nothing of it is shown', () => {
  const [before, after] = ['old', 'new'].map((password) => ({ ...seen, attributes: { password } }))
  expect(changedWords(before ?? seen, after ?? seen).join()).toMatch(/^password: (?!.*(old|new))/)
})

test('many changes and long values are cut, and how many are left is said', () => {
  const values = (value: string) =>
    Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`a${at}`, value]))
  const lines = changedWords(
    { ...seen, attributes: values('x') },
    { ...seen, attributes: values('y'.repeat(500)) },
  )
  expect(lines).toHaveLength(6)
  expect(lines.at(-1)).toBe('and 4 more')
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(90)
})

test('attributes that were not told say nothing', () => {
  expect(changedWords({ ...seen, attributes: null }, seen)).toEqual(['Nothing has changed on it.'])
})
