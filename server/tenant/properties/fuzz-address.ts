import fc from 'fast-check'

import { lists } from './filter-lists.ts'
import { resolved, type Operation, type Parameter } from './fuzz-contract.ts'
import { known, mostly } from './fuzz-values.ts'
import { nastyText } from './nasty.ts'

const segments = fc.constantFrom(
  '%00',
  '%2f',
  '..%2f..%2fetc',
  '..',
  '.',
  '%2e%2e',
  '%',
  '%zz',
  '%ff',
  '%ED%A0%80',
  '%c0%ae',
  '',
  ' ',
  '%20',
  '%0d%0aX:1',
  ';a=b',
  '@',
  ':id',
  '*',
  '{id}',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  '%F0%9F%98%80',
  'a'.repeat(101),
  'a'.repeat(4000),
  "'",
  '"',
  '%22or%221',
)

/** Ids that are of the right kind, by the first word of the path. */
const kinds: Record<string, string[]> = {
  accounts: ['account0', 'account1', 'account2', 'login'],
  'account-aggregations': ['aggregation'],
  'auth-users': ['identity0', 'owner'],
  entitlements: ['entitlement'],
  identities: ['identity0', 'hidden'],
  'identities-accounts': ['identity0', 'owner'],
  sources: ['file', 'direct'],
  'task-status': ['task', 'aggregation'],
}

function idsOf(path: string): fc.Arbitrary<string> {
  if (path.includes('{name}')) return fc.constantFrom('@attribute@')
  const names = kinds[path.split('/')[1] ?? ''] ?? []
  const right = names.map((name) => `@${name}@`)
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...(right.length > 0 ? right : known)) },
    { weight: 1, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: segments },
  )
}

export function pathOf({ id, path }: Operation): fc.Arbitrary<string> {
  const parts = path
    .split('/')
    .map((part) => (part.startsWith('{') ? idsOf(path) : fc.constant(part)))
  const right = fc.tuple(...parts).map((all) => all.join('/'))
  const wrong = fc
    .tuple(right, fc.constantFrom('/', '//', '/..', '/%2e%2e/sources', '.json', ';x', '%00', '/x'))
    .map(([start, end]) => start + end)
  const [, first = ''] = path.split('/')
  // The newer services have no list of pending tasks: there it would be the id of a task.
  const v1 = fc.tuple(...parts.slice(2)).map((all) => ['', first, 'v1', ...all].join('/'))
  const prefix = mostly(
    fc.constant('/v2024'),
    fc.constantFrom('', '/v3', '/V2024', '//v2024', '/v2025'),
    20,
  )
  const below = fc.tuple(prefix, mostly(right, wrong, 12)).map(([start, end]) => start + end)
  return fc.oneof(
    { weight: 5, arbitrary: below },
    { weight: 1, arbitrary: id.startsWith('getPending') ? below : v1 },
  )
}

const fields = Object.values(lists).flatMap((list) => Object.keys(list.fields))
const words = fc.oneof(
  fc.constantFrom(...fields, 'completionStatus', 'type', 'disabled', 'attributes.mail'),
  fc.constantFrom('eq', 'ne', 'co', 'sw', 'in', 'ca', 'gt', 'le', 'pr', 'isnull', 'EQ', 'like'),
  fc.constantFrom('and', 'or', 'not', '(', ')', ',', '()', '"', '\\', "'a'", '""', '--', ';'),
  fc.constantFrom('true', '1', '-1', 'null', '2026-01-01T00:00:00Z', '2026-13-45', '99999-01-01'),
  fc.constantFrom(...known).map((id) => `"${id}"`),
  nastyText.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`),
  nastyText,
)
const test = fc
  .tuple(fc.constantFrom(...fields), fc.constantFrom('eq', 'sw', 'in', 'gt', 'isnull'), words)
  .map(([field, operator, value]) =>
    operator === 'isnull'
      ? `${field} isnull`
      : `${field} ${operator} ${operator === 'in' ? `(${value})` : value}`,
  )
const filters = fc.oneof(
  test,
  fc.array(test, { minLength: 1, maxLength: 4 }).map((tests) => tests.join(' and ')),
  fc.array(words, { maxLength: 12 }).map((tokens) => tokens.join(' ')),
  fc.constantFrom(
    '('.repeat(1000),
    `${'not '.repeat(1000)}id isnull`,
    `name eq "${'x'.repeat(100_000)}"`,
  ),
  fc.constant(
    Array.from({ length: 1500 }, () => 'id eq "1"')
      .join(' or ')
      .slice(0, 16_000),
  ),
)
const sorters = fc
  .array(fc.oneof(fc.constantFrom(...fields), nastyText), { maxLength: 4 })
  .map((all) => all.join(','))

const numbers = fc.constantFrom(
  '0',
  '1',
  '2',
  '250',
  '251',
  '-1',
  '-0',
  '1.5',
  '1e2',
  '1e999',
  'NaN',
  '0x10',
  '٣',
  ' 1',
  '+1',
  '',
  '2147483647',
  '2147483648',
  '9007199254740993',
  '99999999999999999999',
  'null',
  '1,2',
  '1\u0000',
)

function valueOf({ name, schema }: Parameter): fc.Arbitrary<string> {
  if (name === 'filters') return filters
  if (name === 'sorters') return sorters
  const { enum: values, type } = resolved(schema)
  if (values) return mostly(fc.constantFrom(...values.map(String)), nastyText)
  if (type === 'integer' || type === 'number') return numbers
  if (type === 'boolean')
    return mostly(fc.constantFrom('true', 'false'), fc.constantFrom('TRUE', '1', '', 'x'))
  return fc.oneof(fc.constantFrom(...known), nastyText)
}

/** How a parameter can be written: once, twice, as a list, as a member of something. */
function written(parameter: Parameter): fc.Arbitrary<string> {
  const name = encodeURIComponent(parameter.name)
  const value = valueOf(parameter).map(encode)
  const wrong = fc.tuple(
    value,
    fc.constantFrom('[]=', '[a]=', '[__proto__]=', '=%zz', '=%00', '=%ff', '', '==', `=1&${name}=`),
  )
  return mostly(
    value.map((text) => `${name}=${text}`),
    wrong.map(([text, mark]) => `${name}${mark}${text}`),
  )
}

const encode = (text: string) =>
  known.reduce((all, id) => all.replaceAll(encodeURIComponent(id), id), encodeURIComponent(text))

export function queryOf({ parameters }: Operation): fc.Arbitrary<string> {
  const own = parameters
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) => fc.option(written(parameter), { nil: '', freq: 1 }))
  const more = fc.constantFrom(
    '__proto__=1',
    '__proto__[a]=1',
    'constructor=1',
    '&&',
    '=',
    '%',
    'x=1',
    '?',
    '#',
  )
  return fc
    .tuple(fc.tuple(...own), fc.option(more, { nil: '', freq: 6 }))
    .map(([all, extra]) => [...all, extra].filter(Boolean).join('&'))
}
