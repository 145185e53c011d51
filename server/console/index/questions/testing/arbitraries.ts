import fc from 'fast-check'

import type { Filter, Operator, Value } from '../../../../lib/filter/syntax.ts'
import { accountFields, attributeFields, type IndexField } from '../fields.ts'

const names = ['anna', 'Anna', 'ÄNNA', 'änna', 'Bob', 'böb', '', '😀', '\uFFFD']
const junk = fc.constantFrom<unknown[]>(null, 7, [], {}, true, 'x')
const name = fc.constantFrom(...names)
const flag = fc.oneof({ weight: 5, arbitrary: fc.boolean() }, { weight: 1, arbitrary: junk })
const times = ['2026-01-01T00:00:00.000Z', '2026-03-01T12:00:00.001Z', '2020-02-29T00:00:00Z']
const time = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...times) },
  { weight: 1, arbitrary: fc.constantFrom<unknown[]>(null, 'soon', 12) },
)
const text = fc.oneof({ weight: 5, arbitrary: name }, { weight: 1, arbitrary: junk })
const values = ['Sales', 'SALES', 'Sälés', '', '7', 7, 10, -1.5, true, 'true', null, '2026-01-01']
const value = fc.constantFrom<unknown[]>(...values)
/** Of these, `tags` and `notes` are not for memory to hold. */
const attributes = fc.record(
  {
    department: value,
    title: value,
    __proto__: fc.constant('x'),
    'a.b-c': value,
    tags: fc.oneof(fc.constant(['Sales', 'x']), fc.constant([]), value),
    notes: fc.oneof(fc.constant('x'.repeat(101)), fc.constant({ deep: [] }), value),
    pwdLastSet: fc.constantFrom<unknown[]>(...times, null, 'soon', []),
  },
  { requiredKeys: [] },
)

/** An account as the tenant might answer it, with things in it that no contract allows. */
export const account: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    id: fc.constantFrom('id1', 'ID1', 'id2', 'other'),
    identityId: fc.constantFrom('p1', 'p2'),
    uuid: fc.constantFrom('u1', null),
    name,
    nativeIdentity: name,
    identity: fc.constantFrom({ name: 'Anna' }, { name: 'bob' }),
    sourceId: fc.constantFrom('s1', 'S1', 's2', 's3'),
    sourceName: text,
    origin: fc.constantFrom('AGGREGATED', 'PROVISIONED', 'NEW_VALUE', null),
    cloudLifecycleState: text,
    identityState: text,
    connectionType: text,
    recommendation: fc.constantFrom(null, { method: 'DISCOVERY' }, { method: 3 }, 'x'),
    disabled: flag,
    locked: flag,
    uncorrelated: flag,
    manuallyCorrelated: flag,
    hasEntitlements: flag,
    systemAccount: flag,
    isMachine: flag,
    authoritative: flag,
    created: time,
    modified: time,
    attributes: fc.oneof(
      { weight: 8, arbitrary: attributes },
      { weight: 1, arbitrary: junk as fc.Arbitrary<never> }, // the wrong type is the point
    ),
  },
  {
    requiredKeys: ['id', 'identityId', 'uuid', 'name', 'nativeIdentity', 'identity'],
  },
)

export const attributeNames = ['department', 'title', '__proto__', 'a.b-c', 'tags', 'notes', 'none']
const fields: [string, IndexField][] = [
  ...Object.entries(accountFields),
  ...attributeNames.flatMap((each): [string, IndexField][] => {
    const field = attributeFields.find(`attributes.${each}`)
    return field ? [[`attributes.${each}`, field]] : []
  }),
]

const quoted = (of: readonly string[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...of).map((each) => ({ type: 'string', value: each }))
const words = (of: readonly string[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...of).map((each) => ({ type: 'word', value: each }))
const booleans: fc.Arbitrary<Value> = fc.boolean().map((each) => ({ type: 'boolean', value: each }))

function valueOf({ type, values }: IndexField): fc.Arbitrary<Value> {
  if (values) return quoted([...values, ...values.map((each) => each.toUpperCase())])
  if (type === 'boolean') return booleans
  if (type === 'date') return words([...times, '2026-01-01', '2025', '9999-12-31T23:59:59-12:00'])
  const texts = ['sales', 'SALES', 's', 's1', 'id1', 'true', '7', 'aggregated', 'p1', ...names]
  const some = quoted(texts)
  return type === 'scalar' ? fc.oneof(some, words(['7', '8', '-2', '2026-01-01']), booleans) : some
}

const leaf: fc.Arbitrary<Filter> = fc.constantFrom(...fields).chain(([field, described]) =>
  fc.constantFrom(...described.operators).chain((operator: Operator): fc.Arbitrary<Filter> => {
    const position = fc.constant(0)
    const named = { field: fc.constant(field), position }
    if (operator === 'pr' || operator === 'isnull') {
      return fc.record({
        ...named,
        kind: fc.constant('test' as const),
        operator: fc.constant(operator),
      })
    }
    const one = valueOf(described)
    if (operator === 'in' || operator === 'ca') {
      return fc.record({
        ...named,
        kind: fc.constant('list' as const),
        operator: fc.constant(operator),
        values: fc.array(one, { minLength: 1, maxLength: 3 }),
      })
    }
    return fc.record({
      ...named,
      kind: fc.constant('compare' as const),
      operator: fc.constant(operator),
      value: one,
    })
  }),
)

/** Any filter that the list offers. */
export const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('not' as const), part: tie('filter') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}))

/** Accounts come, change and go, with few row numbers, so that these meet. */
export const changes = fc.array(
  fc.record({
    ord: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 3000 })),
    account: fc.option(account, { freq: 4 }),
  }),
  { maxLength: 60, size: 'max' },
)
