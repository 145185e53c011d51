import { expect, test } from 'vitest'

import { listedSources, parseSourceSearch, toUrl, type ListedSource } from './search.ts'

const read = (url: string) => parseSourceSearch(new URLSearchParams(url))

const source = (name: string, more: Partial<ListedSource> = {}): ListedSource => ({
  id: name,
  name,
  owner: { id: 'o', name: 'Ann Brown' },
  connector: 'active-directory',
  healthy: true,
  accounts: undefined,
  uncorrelated: undefined,
  isPartial: false,
  aggregation: undefined,
  ...more,
})

const all = [
  source('Zoé', { accounts: 5, connectionType: 'file', description: 'Badges of the gate' }),
  source('alpha 10', { accounts: 1200, healthy: false }),
  source('Alpha 9', { authoritative: true, connectionType: 'direct' }),
]
const names = (url: string) => listedSources(all, read(url)).map(({ name }) => name)

test('a link shows the same sources wherever it is opened', () => {
  const url = 'q=x&health=healthy&connection=file&authoritative=no&sort=-accounts&at=3'
  expect(toUrl(read(url)).toString()).toBe(url)
  expect(toUrl(read('')).toString()).toBe('')
})

test('what no list can mean is left out', () => {
  expect(read('health=ill&authoritative=maybe&sort=toString&at=x')).toEqual({
    q: '',
    filters: {},
    sort: 'name',
    at: 0,
  })
})

test('sources are sorted by any column, and what is not known comes last either way', () => {
  expect(names('')).toEqual(['Alpha 9', 'alpha 10', 'Zoé'])
  expect(names('sort=-name')).toEqual(['Zoé', 'alpha 10', 'Alpha 9'])
  expect(names('sort=accounts')).toEqual(['Zoé', 'alpha 10', 'Alpha 9'])
  expect(names('sort=-accounts')).toEqual(['alpha 10', 'Zoé', 'Alpha 9'])
  expect(names('sort=health')).toEqual(['alpha 10', 'Alpha 9', 'Zoé'])
})

test('sources are found by name, type, owner and description, whatever the case and accents', () => {
  expect(names('q=ZOE')).toEqual(['Zoé'])
  expect(names('q=gate')).toEqual(['Zoé'])
  expect(names('q=ann')).toHaveLength(3)
  expect(names('q=nobody')).toEqual([])
})

test('filters narrow together', () => {
  expect(names('health=unhealthy')).toEqual(['alpha 10'])
  expect(names('connection=file&connection=direct')).toEqual(['Alpha 9', 'Zoé'])
  expect(names('authoritative=yes')).toEqual(['Alpha 9'])
  expect(names('authoritative=yes&connection=file')).toEqual([])
})
