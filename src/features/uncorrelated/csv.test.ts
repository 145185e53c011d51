import fc from 'fast-check'
import { expect, test } from 'vitest'

import { planOf, type Known } from './csv-plan.ts'
import { MOST_ROWS, parseCsv, printCsv } from './csv.ts'
import { portions } from './portions.ts'
import type { Owner } from './queries.ts'

const head = 'account,displayName,userName,type\r\n'
const cells = async (file: string) =>
  (await parseCsv(file)).map(({ account, userName }) => [account, userName])

test('the file begins with the header of ISC', async () => {
  const file = await printCsv([{ account: 'a', displayName: 'A', userName: 'ada', type: '' }])
  expect(file).toBe(`\uFEFF${head}a,A,ada,\r\n`)
})

test('what is written is read back, whatever it is', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => text.trim() === text)
  const row = fc.record({
    account: cell.filter((text) => text !== '' && !text.startsWith("'")),
    displayName: cell,
    userName: cell.filter((text) => !text.startsWith("'")),
    type: fc.constant(''),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
      expect(await cells(await printCsv(rows))).toEqual(
        rows.map(({ account, userName }) => [account, userName]),
      )
    }),
  )
})

test.each(['=cmd()', '+1', '-1', '@sum', '＝cmd()', '＋1', '－1', '＠sum'])(
  'the formula %s is written so that it stays text, and read back as it was',
  async (formula) => {
    const file = await printCsv([
      { account: formula, displayName: '', userName: formula, type: '' },
    ])
    expect(file).toContain(`'${formula},,'${formula},`)
    expect(await cells(file)).toEqual([[formula, formula]])
  },
)

test.each([
  ['semicolons', 'account;displayName;userName;type\na;A;ada;\n'],
  ['tabs', 'account\tdisplayName\tuserName\ttype\na\tA\tada\t\n'],
  ['columns in another order and case', 'UserName,Account\nada,a\n'],
  ['a mark at the beginning and empty lines', `\uFEFF${head}\n\na,A,ada\n\n`],
])('a file with %s is read', async (_what, file) => {
  expect(await cells(file)).toEqual([['a', 'ada']])
})

test.each([
  ['without the columns', 'name,owner\na,b\n', /account and userName/],
  ['without rows', head, /no rows/],
  ['that is empty', '', /account and userName/],
  ['with an open quote', `${head}"a,b`, /no CSV file/],
  ['that is too long', head + 'a,A,ada,\n'.repeat(MOST_ROWS + 1), /more than 5,000/],
])('a file %s is refused with the reason', async (_what, file, reason) => {
  await expect(parseCsv(file)).rejects.toThrow(reason)
})

const known = (id: string, more: Partial<Known> = {}): Known => ({
  id,
  name: id,
  sourceId: 's1',
  sourceName: 'AD',
  authoritative: false,
  nativeIdentity: `CN=${id}`,
  owner: undefined,
  ...more,
})
const ada: Owner = { id: 'i1', name: 'Ada', alias: 'ada', email: '' }
const bob: Owner = { id: 'i2', name: 'Bob', alias: 'bob', email: '' }
const plan = (rows: [string, string][], accounts: Known[], owners = [ada, bob]) =>
  planOf(
    rows.map(([account, userName], at) => ({ line: at + 2, account, userName })),
    accounts,
    owners,
  )

test('a row that names a free account and an identity is planned, in any case of letters', () => {
  const { change, blocked } = plan([['cn=A', 'ADA']], [known('a')])
  expect(blocked).toEqual([])
  expect(change).toMatchObject([{ line: 2, item: { account: { id: 'a' }, owner: ada } }])
})

test('rows without an owner are left out and counted', () => {
  expect(plan([['CN=a', '']], [known('a')])).toEqual({
    change: [],
    already: [],
    blocked: [],
    leftOut: 1,
  })
})

test('an account that has this owner already is not sent again', () => {
  const { already, change } = plan([['CN=a', 'ada']], [known('a', { owner: ada })])
  expect(already).toHaveLength(1)
  expect(change).toEqual([])
})

test.each([
  [
    'an unknown userName',
    [['CN=a', 'nobody']],
    [known('a')],
    /no identity with the userName nobody/,
  ],
  ['an unknown account', [['CN=x', 'ada']], [], /no account with the native identity CN=x/],
  [
    'an account of somebody else',
    [['CN=a', 'ada']],
    [known('a', { owner: bob })],
    /belongs to Bob/,
  ],
  [
    'a native identity on two sources',
    [['CN=a', 'ada']],
    [known('a'), known('b', { nativeIdentity: 'CN=a' })],
    /Several accounts/,
  ],
] as [string, [string, string][], Known[], RegExp][])(
  '%s is told and not sent',
  (_what, rows, accounts, why) => {
    const { change, blocked } = plan(rows, accounts)
    expect(change).toEqual([])
    expect(blocked[0]?.why).toMatch(why)
  },
)

test('of two accounts of one native identity the one that belongs to nobody is meant', () => {
  const accounts = [known('a', { owner: bob }), known('b', { nativeIdentity: 'CN=a' })]
  expect(plan([['CN=a', 'ada']], accounts).change[0]?.item.account.id).toBe('b')
})

test('two identities of one userName decide for neither', () => {
  const { blocked } = plan([['CN=a', 'ada']], [known('a')], [ada, { ...ada, id: 'i3' }])
  expect(blocked[0]?.why).toMatch(/Several identities/)
})

test('an account that the file gives to two people goes to neither; the same row twice is one', () => {
  const rows: [string, string][] = [
    ['CN=a', 'ada'],
    ['CN=a', 'bob'],
  ]
  expect(plan(rows, [known('a')])).toMatchObject({
    change: [],
    blocked: [{ line: 2 }, { line: 3 }],
  })
  expect(
    plan(
      [
        ['CN=a', 'ada'],
        ['cn=a', 'Ada'],
      ],
      [known('a')],
    ).change,
  ).toHaveLength(1)
})

test('values are asked for in addresses that servers take, and none is left out', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 400 }), { maxLength: 120 }), (values) => {
      const groups = portions(values)
      expect(groups.flat()).toEqual(values)
      for (const group of groups) {
        const length = group.reduce((sum, value) => sum + encodeURIComponent(value).length, 0)
        if (group.length > 1) expect(length).toBeLessThanOrEqual(3000)
        expect(group.length).toBeLessThanOrEqual(50)
      }
    }),
  )
})
