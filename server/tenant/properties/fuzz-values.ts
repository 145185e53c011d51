import fc from 'fast-check'

import { resolved, type Schema } from './fuzz-contract.ts'
import { nastyText } from './nasty.ts'

/** Stand-ins for ids that are there when the request is sent. */
export const known = ['account0', 'account1', 'account2', 'login', 'identity0', 'identity1']
  .concat(['hidden', 'owner', 'file', 'direct', 'internal', 'task', 'aggregation', 'entitlement'])
  .concat(['attribute'])
  .map((name) => `@${name}@`)

const ids = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.constantFrom('nobody', '0'.repeat(32), '') },
)

export const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>, weight = 8) =>
  fc.oneof({ weight, arbitrary: right }, { weight: 1, arbitrary: wrong })

/** JSON as text, so that it can also be what no value of JavaScript becomes. */
type Text = fc.Arbitrary<string>

const quoted = (text: fc.Arbitrary<string>): Text => text.map((one) => JSON.stringify(one))
const nested = (depth: number, open: string, close: string) =>
  open.repeat(depth) + 'null' + close.repeat(depth)

const odd: Text = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom(
      'null',
      'true',
      'false',
      '0',
      '-1',
      '-0',
      '1.5',
      '1e308',
      '1e999',
      '-1e999',
      '[]',
      '{}',
      '9007199254740993',
      '99999999999999999999',
      'NaN',
      'Infinity',
      'undefined',
      "'x'",
      '"',
      '""',
      '" "',
      '"\\u0000"',
      '"\\ud800"',
      '"\\udc00x"',
      '"\u2028"',
      '"\\x"',
      '[null]',
      '[[]]',
      '{"__proto__":{"a":1}}',
      '{"constructor":{"prototype":{"a":1}}}',
      '{"a":1,"a":2}',
      '{"toString":1}',
      '{"length":-1}',
      '{"":""}',
      '{"$ref":"#"}',
      '{"then":1}',
      '{"toJSON":1}',
    ),
  },
  { weight: 4, arbitrary: quoted(nastyText) },
  { weight: 2, arbitrary: quoted(ids) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      nested(1000, '[', ']'),
      nested(1000, '{"a":', '}'),
      nested(60, '{"attributes":', '}'),
      JSON.stringify('x'.repeat(100_000)),
      JSON.stringify(Array.from({ length: 2000 }, () => 'a|b')),
    ),
  },
)

/** A text of JSON that is mostly what the schema asks for. */
export function fuzzed(node: Schema, depth = 0): Text {
  const right = depth > 4 ? fc.constant('null') : madeFrom(resolved(node), depth)
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: odd })
}

function madeFrom(schema: Schema, depth: number): Text {
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return fc.oneof(...choices.map((choice) => fuzzed(choice, depth + 1)))
  if (schema.enum) return fc.constantFrom(...schema.enum.map((value) => JSON.stringify(value)))
  switch (schema.type) {
    case 'boolean':
      return fc.constantFrom('true', 'false')
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 500 }).map(String)
    case 'array':
      return fc
        .array(fuzzed(schema.items ?? {}, depth + 1), { maxLength: 4 })
        .map((items) => `[${items.join(',')}]`)
    case 'string':
      return quoted(schema.format === 'date-time' ? fc.constant('2026-01-01T00:00:00Z') : strings)
    default:
      return objectFrom(schema, depth)
  }
}

/** Pointers, sources and attributes come up often enough for calls to get past the first check. */
const strings = fc.oneof(
  ids,
  fc.constantFrom('/identityId', '/manuallyCorrelated', '/attributes/city', '/attributes'),
  fc.constantFrom('/completionStatus', '/completed', 'TERMINATED', 'add', 'replace', 'remove'),
  nastyText,
)

/** What a field of this name has to hold for a call to get anywhere. */
const hints: Record<string, Text> = {
  sourceId: quoted(fc.constantFrom('@file@', '@direct@')),
  path: quoted(
    fc.constantFrom('/identityId', '/attributes/city', '/completionStatus', '/displayName'),
  ),
}

function objectFrom(schema: Schema, depth: number): Text {
  const all = [schema, ...(schema.allOf ?? [])].map(resolved)
  const properties = Object.assign({}, ...all.map((part) => part.properties ?? {}))
  const required = all.flatMap((part) => part.required ?? [])
  const fields = Object.entries<Schema>(properties).map(([name, property]) => {
    const any = fuzzed(property, depth + 1)
    const hint = hints[name]
    const value = (hint ? fc.oneof({ weight: 3, arbitrary: hint }, any) : any).map(
      (text) => `${JSON.stringify(name)}:${text}`,
    )
    const weight = required.includes(name) ? 20 : 2
    return fc.oneof({ weight, arbitrary: value }, { weight: 1, arbitrary: fc.constant('') })
  })
  const free =
    Object.keys(properties).length === 0 || typeof schema.additionalProperties === 'object'
  const extra = fc.array(member, free ? { maxLength: 4 } : { maxLength: 1, size: 'xsmall' })
  return fc
    .tuple(fc.tuple(...fields), extra)
    .map(([own, more]) => `{${[...own, ...more].filter(Boolean).join(',')}}`)
}

const names = fc.constantFrom(
  'sourceId',
  'uid',
  'uid',
  'uid',
  'name',
  'groups',
  'city',
  'IIQDisabled',
  'op',
  'path',
  'value',
  'from',
  '__proto__',
  'constructor',
  'toString',
  '',
  'x',
)

const member: Text = fc
  .tuple(names, fc.oneof(quoted(strings), odd, fc.constant('"B9"')))
  .map(([name, value]) => `${JSON.stringify(name)}:${value}`)

/** The text of a body, now and then cut, doubled or in another encoding. */
export const spoiled = (body: Text): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 16, arbitrary: body },
    { weight: 1, arbitrary: fc.tuple(body, fc.nat(20)).map(([text, end]) => text.slice(0, end)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(body, fc.constantFrom('\ufeff', '[', '/*', ")]}',\n", 'null', '\u0000'))
        .map(([text, start]) => start + text),
    },
    { weight: 1, arbitrary: body.map((text) => text + text) },
    { weight: 1, arbitrary: fc.oneof(odd, fc.constantFrom('', ' ', 'a=1&a[b]=2', '<xml/>')) },
  )
