import { createColumnHelper } from '@tanstack/react-table'
import { expect, test } from 'vitest'

import { arranged, columnId, namesOf } from './columns.ts'
import type { Features } from './table-features.ts'

type Row = { id: string; name: string; status: string; source: string }
const column = createColumnHelper<Features, Row>()
const all = column.columns([
  column.accessor('name', { header: 'Account' }),
  column.accessor('status', { header: 'Status' }),
  column.display({ id: 'where', header: 'Source' }),
  column.display({ id: 'menu', header: () => null, meta: { hiddenHeader: 'Actions' } }),
])
const arrangedIds = (wanted?: string[]) => arranged(all, wanted).map(columnId)

test('what a row is called and its menu stay where they are, the others come as they are wanted', () => {
  expect(arrangedIds()).toEqual(['name', 'status', 'where', 'menu'])
  expect(arrangedIds(['where', 'status'])).toEqual(['name', 'where', 'status', 'menu'])
  expect(arrangedIds(['where'])).toEqual(['name', 'where', 'menu'])
  expect(arrangedIds([])).toEqual(['name', 'menu'])
})

test('a link may name columns twice, ones that nobody knows, and those that stay', () => {
  expect(arrangedIds(['where', 'gone', 'where', 'menu', 'name', ''])).toEqual([
    'name',
    'where',
    'menu',
  ])
})

test('columns are called as in their headers', () => {
  expect(namesOf(all)).toEqual([
    { id: 'name', label: 'Account', isFixed: true },
    { id: 'status', label: 'Status', isFixed: false },
    { id: 'where', label: 'Source', isFixed: false },
    { id: 'menu', label: 'Actions', isFixed: true },
  ])
})
