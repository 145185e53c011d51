import { expect, test } from 'vitest'

import { clampWidth, columnWidths, tableMinWidth } from './column-widths.ts'

const leaves = [
  { id: 'name', columnDef: { meta: { minWidth: 176 } } },
  { id: 'status', columnDef: { meta: { width: 100 } } },
  { id: 'email', columnDef: {} },
]

test('a column without a width shares what is left in proportion to its minimum', () => {
  const widthOf = columnWidths(leaves, true)
  expect(tableMinWidth(leaves, true)).toBe(40 + 176 + 100 + 160)
  expect(leaves.map(widthOf)).toEqual([
    `calc(176px + max(0px, 100cqw - 476px) * ${176 / 336})`,
    100,
    `calc(160px + max(0px, 100cqw - 476px) * ${160 / 336})`,
  ])
})

test('a width that somebody has set holds, and leaves the rest to the others', () => {
  const widths = { status: 60, email: 300 }
  expect(tableMinWidth(leaves, false, widths)).toBe(176 + 60 + 300)
  expect(leaves.map(columnWidths(leaves, false, widths))).toEqual([
    'calc(176px + max(0px, 100cqw - 536px) * 1)',
    60,
    300,
  ])
})

test('no column gets so narrow or so wide that it cannot be brought back', () => {
  expect([clampWidth(-20), clampWidth(99.6), clampWidth(9000)]).toEqual([56, 100, 1200])
})
