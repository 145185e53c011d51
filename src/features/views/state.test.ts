import { expect, test } from 'vitest'

import {
  defaultOf,
  pathOf,
  plainPathOf,
  presentView,
  sharedPathOf,
  stateOf,
  type View,
} from './state.ts'

const view = (id: string, query: string, more: Partial<View> = {}): View => ({
  id,
  list: 'accounts',
  name: id,
  query,
  pinned: false,
  isDefault: false,
  ...more,
})

const locked = view('locked', 'status=locked&sort=-modified')
const everything = view('everything', '')
const people = view('people', 'status=locked', { list: 'identities' })
const views = [people, locked, everything]

test('a state is the query without the place, the open part and the view', () => {
  expect(stateOf('?q=a+b&at=120&status=x&status=y&part=json&layer=edit&view=v1')).toBe(
    'q=a+b&status=x&status=y',
  )
  expect(stateOf('?at=4&view=all')).toBe('')
})

test('a list that was opened with a view shows it, and says when it shows something else', () => {
  const opened = (search: string) => presentView(views, 'accounts', search)

  expect(opened('?status=locked&sort=-modified&view=locked&at=40')).toEqual({
    view: locked,
    isChanged: false,
  })
  expect(opened('?sort=-modified&status=locked&view=locked')).toMatchObject({ isChanged: false })
  expect(opened('?status=locked&view=locked')).toEqual({ view: locked, isChanged: true })
  expect(opened('?view=locked')).toEqual({ view: locked, isChanged: true })
})

test('a list that shows what a view keeps shows that view, however it came there', () => {
  expect(presentView(views, 'accounts', '?sort=-modified&status=locked')?.view).toBe(locked)
  expect(presentView(views, 'accounts', '?sort=-modified&status=locked&view=gone')?.view).toBe(
    locked,
  )
  expect(presentView(views, 'accounts', '')?.view).toBe(everything)
  expect(presentView(views, 'accounts', '?status=locked')).toBeUndefined()
  // A view of another list is none of this one.
  expect(presentView(views, 'accounts', '?status=locked&view=people')).toBeUndefined()
})

test('who asked for all rows is not told that they are a view', () => {
  expect(presentView(views, 'accounts', '?view=all')).toBeUndefined()
})

test('a link to a view names it for its owner only, and is never a bare list', () => {
  expect(pathOf(locked)).toBe('/accounts?status=locked&sort=-modified&view=locked')
  expect(sharedPathOf(locked)).toBe('/accounts?status=locked&sort=-modified')
  expect(pathOf(everything)).toBe('/accounts?view=everything')
  expect(sharedPathOf(everything)).toBe('/accounts?view=all')
  expect(plainPathOf('identities')).toBe('/identities?view=all')
})

test('the default is that of the list', () => {
  const chosen = view('chosen', 'q=x', { isDefault: true })
  expect(defaultOf([people, chosen], 'accounts')).toBe(chosen)
  expect(defaultOf([people, chosen], 'identities')).toBeUndefined()
})
