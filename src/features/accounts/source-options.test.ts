import { expect, test } from 'vitest'

import type { Account, Source } from '#api/client.ts'

import { withSourceOptions } from './source-options.ts'

const filters = [
  { id: 'source', label: 'Source', kind: 'pick' as const },
  { id: 'origin', label: 'Origin', kind: 'pick' as const, options: [] },
]
// Only these fields are read.
const account = (sourceId: string, sourceName: string | null) =>
  ({ sourceId, sourceName }) as Account
const source = (id: string, name: string) => ({ id, name }) as Source
const optionsOf = (...args: Parameters<typeof withSourceOptions>) =>
  withSourceOptions(...args)[0]?.options

test('every source of the tenant can be chosen, and no other filter is touched', () => {
  const sources = { data: [source('s1', 'AD'), source('s2', 'HR')], isError: false }
  expect(optionsOf(filters, sources, [])).toEqual([
    { value: 's1', label: 'AD' },
    { value: 's2', label: 'HR' },
  ])
  expect(withSourceOptions(filters, sources, [])[1]).toBe(filters[1])
})

test('who may not list sources chooses among those of the accounts on screen, each once', () => {
  const seen = [account('s2', 'HR'), account('s1', 'AD'), account('s2', 'HR'), account('s3', null)]
  expect(optionsOf(filters, { data: undefined, isError: true }, seen)).toEqual([
    { value: 's1', label: 'AD' },
    { value: 's2', label: 'HR' },
    { value: 's3', label: 's3' },
  ])
})

test('while they load there is no choice rather than a wrong one', () => {
  const sources = { data: undefined, isError: false }
  expect(optionsOf(filters, sources, [account('s1', 'AD')])).toBeUndefined()
})
