import { expect, test } from 'vitest'

import { checkCsv, PREVIEW_ROWS } from './csv-check.ts'
import { readStart, START_BYTES } from './csv-start.ts'

const expected = {
  identityAttribute: 'badgeNumber',
  attributes: ['badgeNumber', 'holderName', 'email'],
  delimiter: ',',
}

type Content = string | Uint8Array<ArrayBuffer>
const check = async (content: Content, wanted: Partial<typeof expected> = {}) =>
  checkCsv(await readStart(new Blob([content])), { ...expected, ...wanted })

const encoded = (text: string, encoding: BufferEncoding) =>
  new Uint8Array(Buffer.from(text, encoding))

const header = 'badgeNumber,holderName,email'

test('a file that fits has no findings, and shows its first rows and their number', async () => {
  const lines = Array.from({ length: 20 }, (_, at) => `B-${at},Ann Brown,ann@example.com`)
  const found = await check([header, ...lines].join('\r\n'))
  expect(found).toMatchObject({ problems: [], warnings: [], rowCount: 20 })
  expect(found.rows).toHaveLength(PREVIEW_ROWS)
  expect(found.rows[0]).toEqual(['B-0', 'Ann Brown', 'ann@example.com'])
  expect(found.columns.map(({ is }) => is)).toEqual(['identity', 'known', 'known'])
})

test('a mark of the byte order is no part of the first column', async () => {
  const found = await check(`\uFEFF${header}\nB-1,Ann,a@example.com\n`)
  expect(found.problems).toEqual([])
  expect(found.columns[0]).toEqual({ name: 'badgeNumber', is: 'identity' })
})

test('a quoted value may have separators, quotes and lines of its own', async () => {
  const found = await check(`${header}\nB-1,"Brown, ""Ann""\nthe second",a@x.org\nB-2,Bo,b@x.org\n`)
  expect(found).toMatchObject({ problems: [], warnings: [], rowCount: 2 })
  expect(found.rows[0]?.[1]).toBe('Brown, "Ann"\nthe second')
})

test.each<[string, Content, RegExp]>([
  ['empty', '', /is empty/],
  ['of blanks alone', ' \n \n', /is empty/],
  ['a spreadsheet', encoded('PK\x03\x04rest', 'latin1'), /spreadsheet or an archive/],
  ['an old spreadsheet', encoded('\xD0\xCF\x11\xE0rest', 'latin1'), /spreadsheet or an archive/],
  ['UTF-16 with a mark', encoded(`\uFEFF${header}\nB-1,Ann,a`, 'utf16le'), /is UTF-16/],
  ['UTF-16 without one', encoded(`${header}\nB-1,Ann,a`, 'utf16le'), /zero bytes/],
  ['Latin-1', encoded(`${header}\nB-1,Zo\xE9,a`, 'latin1'), /not UTF-8/],
  ['a header alone', `${header}\n`, /a header and no rows/],
  [
    'cut in a quoted value',
    `${header}\nB-1,"Ann,a@x.org\nB-2,Bo,b\n`,
    /Line 2: a quote is not closed/,
  ],
  [
    'with a quote within a value',
    `${header}\nB-1,An"n,a@x.org\n`,
    /Line 2: a quote stands in the middle/,
  ],
  [
    'without the identifying column',
    'number,email\n1,a@x.org\n',
    /no column badgeNumber.*It has number, email/,
  ],
  ['with a column twice', 'badgeNumber,email,email\n1,a,b\n', /column email occurs twice/],
  ['with a column without a name', 'badgeNumber,,email\n1,a,b\n', /column has no name/],
])('a file that is %s is kept back, and told why', async (_what, content, why) => {
  const { problems } = await check(content)
  expect(problems.join('\n')).toMatch(why)
})

test.each([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
])('values that are separated by %j are told so, and nothing else is', async (mark, name) => {
  const file = [header, 'B-1,Ann,a@x.org'].join('\n').replaceAll(',', mark)
  const found = await check(file)
  expect(found.problems).toEqual([
    `The values are separated by ${name}, and this source takes commas.`,
  ])
  expect(found.warnings).toEqual([])
})

test('a source that takes semicolons is given them', async () => {
  const file = 'badgeNumber;holderName;email\nB-1;Ann;a@x.org\n'
  expect((await check(file, { delimiter: ';' })).problems).toEqual([])
})

test('a column that is written in another way is named, with how it has to be written', async () => {
  const { problems } = await check('BadgeNumber,email\n1,a\n')
  expect(problems).toEqual([
    'The column BadgeNumber has to be called badgeNumber, which identifies the accounts.',
  ])
})

test('columns that the schema does not have, and those that it misses, are named', async () => {
  const found = await check('badgeNumber,email,shoe size,IIQDisabled\n1,a,43,false\n')
  expect(found.problems).toEqual([])
  expect(found.warnings).toEqual([
    'The schema has no attribute shoe size. The column is uploaded all the same.',
    'The file has no column holderName. The attribute will be empty.',
  ])
  expect(found.columns.map(({ is }) => is)).toEqual(['identity', 'known', 'unknown', 'known'])
})

test('rows that the tenant may refuse are told with their lines, and not all of them', async () => {
  const rows = ['B-1,Ann,a', 'B-2,Bo', ',Cy,c', 'B-1,Di,d']
  const found = await check([header, ...rows].join('\n'))
  expect(found.problems).toEqual([])
  expect(found.warnings.map((text) => text.split('. ')[0])).toEqual([
    'Line 3 has 2 values, and there are 3 columns',
    'Line 4 has no badgeNumber',
    'Line 5 is about B-1, which line 2 is about already',
  ])
  const many = Array.from({ length: 12 }, () => ',Ann,a')
  expect((await check([header, ...many].join('\n'))).warnings.at(-1)).toContain('7 more')
})

test('without a schema only what is wrong with any file is told', async () => {
  const start = await readStart(new Blob(['id,mail\n1,a\n']))
  const open = { identityAttribute: undefined, attributes: undefined, delimiter: ',' }
  expect(await checkCsv(start, open)).toMatchObject({ problems: [], warnings: [], rowCount: 1 })
})

test('of a large file only the beginning is read, and its last row may be cut anywhere', async () => {
  const read: number[] = []
  class Large extends Blob {
    override slice(start?: number, end?: number) {
      read.push((end ?? this.size) - (start ?? 0))
      return super.slice(start, end)
    }
  }
  const row = 'B-1234567,"Zoë ""the fast"" Brown\nof the second line",zoe@example.com\n'
  for (const shift of [0, 1, 2, 7, 20, 33]) {
    const head = `${header},${'x'.repeat(shift)}y\n`
    const body = row.replace('\n"', '"').replace('com\n', 'com,1\n')
    const size = Math.ceil((START_BYTES * 1.5) / body.length)
    const rows = Array.from({ length: size }, (_, at) => body.replace('1234567', String(at)))
    const file = new Large([head, ...rows])
    const found = await checkCsv(await readStart(file), expected)
    expect(found.problems).toEqual([])
    expect(found.warnings.filter((text) => text.startsWith('Line'))).toEqual([])
    expect(found.rowCount).toBeUndefined()
    expect(found.rows).toHaveLength(PREVIEW_ROWS)
  }
  expect(Math.max(...read)).toBe(START_BYTES)
})

test('a first row that never ends is told, and not read for ever', async () => {
  const found = await check(`${header}\nB-1,"${'a'.repeat(START_BYTES)}`)
  expect(found.problems).toEqual([
    'The first row is longer than what is read here. A quote may not be closed.',
  ])
})
