import fc from 'fast-check'

import type { Field, Filter, Item, Sorter, Value } from './filter-reference.ts'
import { nastyText, nearlyThe } from './nasty.ts'

export type Fields = Record<string, Field>
export type List = { fields: Fields; sorters: Record<string, Field['type']> }
export type Query = {
  filter: Filter | undefined
  /** The filter as it is sent. */
  text: string
  sorters: Sorter[]
  limit: number
  offset: number
}

/** Queries whose values are mostly those of the items, or nearly so. */
export function queries({ fields, sorters }: List, items: Item[]): fc.Arbitrary<Query> {
  const tests = Object.entries(fields).flatMap(([field, { operators, type }]) =>
    operators.map((operator) => test(field, operator, type, items)),
  )
  const { tree } = fc.letrec<{ tree: Printed }>((tie) => {
    const parts = fc.array(tie('tree'), { minLength: 2, maxLength: 3 })
    return {
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
        fc.oneof(...tests),
        parts.map((of) => joined('and', of)),
        parts.map((of) => joined('or', of)),
        tie('tree').map(negated),
        tie('tree').map(({ filter, text }) => ({ filter, text: `( ${text})`, binds: 3 })),
      ),
    }
  })
  return fc
    .record({
      printed: fc.option(tree, { nil: undefined, freq: 12 }),
      sorters: fc.uniqueArray(sorterOf(sorters), { maxLength: 3, selector: ({ field }) => field }),
      limit: fc.oneof(fc.nat(6), fc.constantFrom(0, 1, 250)),
      offset: fc.oneof(fc.constant(0), fc.nat(items.length + 2), fc.constant(2_147_483_647)),
    })
    .map(({ printed, ...rest }) => ({
      ...rest,
      filter: printed?.filter,
      text: printed?.text ?? '',
    }))
}

/** `binds` tells how tightly: a test 3, not 2, and 1, or 0. */
type Printed = { filter: Filter; text: string; binds: number }

function joined(is: 'and' | 'or', parts: Printed[]): Printed {
  const binds = is === 'and' ? 1 : 0
  const text = parts.map((part) => (part.binds > binds ? part.text : `(${part.text})`))
  return {
    filter: { is, parts: parts.map(({ filter }) => filter) },
    text: text.join(` ${is} `),
    binds,
  }
}

function negated({ filter, text, binds }: Printed): Printed {
  const part = binds >= 2 ? text : `(${text})`
  return { filter: { is: 'not', part: filter }, text: `not ${part}`, binds: 2 }
}

function test(field: string, operator: string, type: Field['type'], items: Item[]) {
  const held = [...new Set(items.flatMap((item) => item[field] ?? []))]
  const made = (values: Written[]): Printed => {
    const list = values.map(({ text }) => text).join(', ')
    const end = operator === 'isnull' ? '' : isList(operator) ? ` (${list})` : ` ${list}`
    return {
      filter: { is: 'test', field, operator, values: values.map(({ value }) => value), type },
      text: `${field} ${operator}${end}`,
      binds: 3,
    }
  }
  const lengths = operator === 'isnull' ? [0, 0] : isList(operator) ? [1, 4] : [1, 1]
  const [minLength, maxLength] = lengths
  return fc.array(valueOf(type, held), { minLength, maxLength }).map(made)
}

const isList = (operator: string) => operator === 'in' || operator === 'ca'

type Written = { value: Value; text: string }

function valueOf(type: Field['type'], held: Value[]): fc.Arbitrary<Written> {
  const known = held.length > 0 ? fc.constantFrom(...held) : fc.constant('')
  switch (type) {
    case 'flag':
      return fc.boolean().map((value) => ({ value, text: String(value) }))
    case 'date':
      return fc.oneof(
        known.chain((value) => written(Number(value))),
        fc.constantFrom(...farDates),
      )
    case 'id': {
      const other = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), maxLength: 32 })
      const start = fc.tuple(known, fc.nat(32)).map(([id, end]) => String(id).slice(0, end))
      return fc.oneof(known, start, other).map((value) => ({ value, text: quoted(String(value)) }))
    }
    default: {
      const near = known.chain((value) => nearlyThe(String(value)))
      return fc.oneof(near, nastyText).map((value) => ({ value, text: quoted(value) }))
    }
  }
}

const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`

/** The instant, a little before or after it, in one of the forms of RFC 3339. */
function written(instant: number): fc.Arbitrary<Written> {
  const near = fc
    .constantFrom(0, 0, 0, 1, -1, 1000, -86_400_000)
    .map((by) => Math.min(instant + by, LAST))
  const zones = fc.constantFrom(0, 60, -90, 840)
  return fc.tuple(near, zones, fc.boolean()).map(([value, zone, quotes]) => {
    const [local, suffix] = hasFourDigits(value + zone * 60_000)
      ? [value + zone * 60_000, zone === 0 ? 'Z' : zoneText(zone)]
      : [value, 'Z']
    const text = `${new Date(local).toISOString().slice(0, -1)}${suffix}`
    return { value, text: quotes ? quoted(text) : text }
  })
}

const LAST = Date.parse('9999-12-31T23:59:59.999Z')
const hasFourDigits = (instant: number) => instant <= LAST

function zoneText(minutes: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  const away = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(away / 60)}:${two(away % 60)}`
}

/** Short forms, and the last and first moments that four digits can name. */
const farDates: Written[] = ['2020', '2021-06', '2021-06-01', '9999-12-31T23:59:59Z', '0000-01-01']
  .map((text) => ({ value: Date.parse(text), text }))
  .concat([
    { value: Date.parse('9999-12-31T23:30:00Z') + 3_600_000, text: '9999-12-31T23:30:00-01:00' },
    { value: Date.parse('0000-01-01T00:30:00Z') - 3_600_000, text: '0000-01-01T00:30:00+01:00' },
  ])

const sorterOf = (sorters: List['sorters']): fc.Arbitrary<Sorter> =>
  fc
    .record({
      field: fc.constantFrom(...Object.keys(sorters)),
      descending: fc.boolean(),
    })
    .map((sorter) => ({ ...sorter, type: sorters[sorter.field] ?? 'text' }))

export const sortersText = (sorters: Sorter[]) =>
  sorters.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join(',')
