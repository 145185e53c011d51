import { expect, test } from 'vitest'

import { accountColumns } from './columns.tsx'
import { attributeColumn, exportUrl, listedColumns, otherColumns } from './export.ts'

const list = { q: '', filters: {}, sort: '-modified' }
const columnsIn = (url: string) => new URL(url, 'http://x').searchParams.get('columns')

test('every column of the list but the menu is one of the file, in the order of the list', () => {
  const headers = accountColumns
    .map(({ header }) => header)
    .filter((each) => typeof each === 'string')
  expect(listedColumns.map(({ label }) => label)).toEqual(headers)
  expect(new Set(listedColumns.map(({ name }) => name)).size).toBe(listedColumns.length)
})

test('no column is offered twice', () => {
  const names = [...listedColumns, ...otherColumns].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('an attribute of any name is asked for as one column', () => {
  expect(columnsIn(exportUrl(list, ['name', attributeColumn('mail').name]))).toBe(
    'name,attributes.mail',
  )
  expect(attributeColumn('Cost, "Center"')).toEqual({
    name: 'attributes."Cost, \\"Center\\""',
    label: 'Cost, "Center"',
  })
})
