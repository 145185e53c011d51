import { expect, test } from 'vitest'

import { MOST_ROWS, readText } from './read-file.ts'

test.each([
  [
    'ids',
    'id\nabc\ndef\n',
    'id',
    [
      { line: 2, id: 'abc' },
      { line: 3, id: 'def' },
    ],
  ],
  [
    'native identities with a source',
    'Native identity;Source\r\nCN=a;Active Directory\r\nB-1;\r\n',
    'source',
    [
      { line: 2, nativeIdentity: 'CN=a', source: 'Active Directory' },
      { line: 3, nativeIdentity: 'B-1' },
    ],
  ],
  [
    'what looks like a formula',
    "nativeIdentity\n'=cmd()\n",
    'native',
    [{ line: 2, nativeIdentity: '=cmd()' }],
  ],
  [
    'an id beside a native identity: the id says more',
    'nativeIdentity,account_id\nCN=a,abc\n',
    'id',
    [{ line: 2, id: 'abc' }],
  ],
  [
    'ISC’s own header',
    'account,displayName,userName,type\na,A,ada,\n',
    'native',
    [{ line: 2, nativeIdentity: 'a' }],
  ],
])('a file with %s', async (_what, file, by, rows) => {
  expect(await readText(file)).toEqual({ rows, by, leftOut: 0 })
})

test('rows that name no account are counted, and keep their neighbours’ lines', async () => {
  expect(await readText('source,nativeIdentity\nAD,a\nAD,\n,b\n')).toEqual({
    rows: [
      { line: 2, nativeIdentity: 'a', source: 'AD' },
      { line: 4, nativeIdentity: 'b' },
    ],
    by: 'source',
    leftOut: 1,
  })
})

test.each([
  ['is empty', '', /id.*nativeIdentity/],
  ['names other columns', 'name,mail\na,b\n', /id.*nativeIdentity/],
  ['has no rows', 'id\n', /names no account/],
  ['has empty rows alone', 'id,name\n,a\n', /names no account/],
  ['has an open quote', 'id\n"a\n', /no CSV file/],
  ['is too long', `id\n${'a\n'.repeat(MOST_ROWS + 1)}`, /more than 50,000/],
])('a file that %s says so', async (_what, file, why) => {
  await expect(readText(file)).rejects.toThrow(why)
})
