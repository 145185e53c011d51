import fc from 'fast-check'

import { nastyText } from './nasty.ts'

const scalar = fc.oneof(
  nastyText,
  fc.constantFrom<unknown>(null, true, false, 0, 1.5, -1e300, '', 'a|b', 'Lyon', 'B1'),
)
const anyValue = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(nastyText, scalar, { maxKeys: 3, noNullPrototype: true }) },
)

/** Places that are there, places that could be, and such as a library may take for something else. */
const inAttributes = [
  '',
  '/uid',
  '/name',
  '/city',
  '/new',
  '/groups',
  '/groups/0',
  '/groups/1',
  '/groups/-',
  '/groups/00',
  '/groups/01',
  '/groups/9',
  '/groups/-1',
  '/groups/1e0',
  '/groups/length',
  '/tree',
  '/tree/leaf',
  '/tree/leaf/0',
  '/tree/none/deep',
  '/name/0',
  '/name/length',
  '/city/x',
  '/a~1b',
  '/a~0b',
  '/a~b',
  '/a~2b',
  '/',
  '//',
  '/-',
  '/0',
  '/toString',
  '/hasOwnProperty',
  '/__proto__',
  '/__proto__/x',
  '/constructor',
  '/constructor/prototype',
  '/groups/__proto__/x',
].map((end) => `/attributes${end}`)

type Choice = { paths: string[]; values: unknown[] }

/** Patches: mostly of known operations at known places, with some of everything else. */
export function patches({ paths, values }: Choice): fc.Arbitrary<unknown[]> {
  const pointer = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...paths) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>('', '/', 'identityId', '/id', '/disabled', null, 1),
    },
  )
  const value = fc.oneof(fc.constantFrom(...values), anyValue)
  const op = fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('jump', 'ADD', '', 'constructor', 'toString', 'apply'),
    },
  )
  const operation = fc.record({ op, path: pointer, from: pointer, value }).map(pruned)
  const odd = fc.constantFrom<unknown>(
    {},
    [],
    null,
    'add',
    7,
    { op: 'add' },
    { path: '/attributes' },
  )
  return fc.array(fc.oneof({ weight: 40, arbitrary: operation }, { weight: 1, arbitrary: odd }), {
    maxLength: 4,
  })
}

type Operation = { op: string; path: unknown; from: unknown; value: unknown }

/** What an operation does not use is mostly not sent. */
function pruned({ op, path, from, value }: Operation): object {
  if (op === 'remove') return { op, path }
  return op === 'move' || op === 'copy' ? { op, from, path } : { op, path, value }
}

export const accountPaths = ['/identityId', '/identityId', '/manuallyCorrelated', ...inAttributes]
export const taskPaths = [
  '/completionStatus',
  '/completionStatus',
  '/completed',
  '/completed',
  '/launched',
]
