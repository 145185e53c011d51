import fc from 'fast-check'
import { expect, test } from 'vitest'

import { checkFilter } from '../../../lib/filter/check.ts'
import { evaluate, type Stored } from '../../../lib/filter/evaluate.ts'
import { parseFilter } from '../../../lib/filter/parse.ts'
import { fewerRuns, newIndexPlace } from '../../testing/index-place.ts'
import { storedAttribute } from '../memory/facts.ts'
import { openIndexFile } from '../store/file.ts'
import { fold } from '../store/fold.ts'
import { createIdentityCopy } from './copy.ts'
import { identityAttributeFields, identityFields } from './fields.ts'
import { findIdentities } from './find.ts'
import { identityBodies } from './rows.ts'

const quiet = { warn: (text: string) => expect.fail(text) }

const day = (nth: number) => new Date(Date.UTC(2026, 0, 1 + nth)).toISOString()
const maybe = <T>(...values: T[]) => fc.constantFrom(...values, null)
const identityArbitrary = fc.record({
  id: fc.nat(60).map((n) => `id-${n}`),
  name: fc.constantFrom('Anna Berg', 'anna berg', 'Zoë Ábel', 'Bo', ''),
  alias: fc.constantFrom('aberg', 'ZABEL', 'bo'),
  emailAddress: maybe('a@example.com', 'Z@example.com'),
  identityStatus: maybe('ACTIVE', 'LOCKED', 'NEW_IN_2030'),
  processingState: maybe('OK', 'ERROR'),
  lifecycleState: maybe({ stateName: 'active' }, { stateName: 'Left' }),
  isManager: fc.boolean(),
  managerRef: maybe({ id: 'id-1' }, { id: 'id-2' }),
  created: maybe(day(1), day(2), day(3)),
  modified: fc.nat(3).map(day),
  attributes: maybe<Record<string, unknown>>(
    { department: 'Sales', lastname: 'Berg' },
    { department: 'sáles', level: 7 },
    { department: ['Sales', 'IT'], firstname: 'Bo' },
    { department: null },
  ),
})
type Made = typeof identityArbitrary extends fc.Arbitrary<infer T> ? T : never

const texts = fc.constantFrom(
  'Anna Berg',
  'an',
  'aberg',
  'z',
  'bo',
  'sales',
  'Sales',
  'IT',
  '7',
  '',
)
const quotedText = texts.map((text) => JSON.stringify(text))
const fieldWith = (fields: string[], ...operators: string[]) =>
  fc
    .tuple(fc.constantFrom(...fields), fc.constantFrom(...operators), quotedText)
    .map(([field, operator, value]) => `${field} ${operator} ${value}`)
const leafArbitrary = fc.oneof(
  fieldWith(['name', 'alias', 'email', 'firstname', 'lastname', 'id'], 'eq', 'ne', 'sw'),
  fieldWith(['attributes.department', 'attributes.nobody'], 'eq', 'ne', 'sw', 'co'),
  fc
    .tuple(
      fc.constantFrom('status', 'cloudStatus', 'lifecycleState', 'processingState'),
      fc.constantFrom('eq', 'ne', 'sw', 'co'),
      fc.constantFrom('"active"', '"ACTIVE"', '"l"', '"NEW_IN_2030"', '"none"'),
    )
    .map((parts) => parts.join(' ')),
  fc
    .tuple(
      fc.constantFrom('created', 'modified'),
      fc.constantFrom('eq', 'gt', 'ge', 'lt', 'le'),
      fc.nat(4).map(day),
    )
    .map((parts) => parts.join(' ')),
  fc
    .tuple(
      fc.constantFrom('created', 'status', 'lifecycleState', 'attributes.department'),
      fc.constantFrom('pr', 'isnull'),
    )
    .map(([field, operator]) => (operator === 'pr' ? `pr ${field}` : `${field} isnull`)),
  fc.constantFrom(
    'isManager eq true',
    'isManager ne true',
    'manager.id in ("id-1","x")',
    'manager.id ne "id-1"',
    'name in ("ANNA BERG","bo")',
    'attributes.department in ("it","nobody")',
    'status in ("active","LOCKED")',
  ),
)
const { filter: filterArbitrary } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    leafArbitrary,
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => `(${a} and ${b})`),
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => `(${a} or ${b})`),
    tie('filter').map((part) => `not (${part})`),
  ),
}))

/** What a condition is held against, by the plain meaning of each field. */
function read(identity: Made, field: string): Stored {
  const { attributes, emailAddress } = identity
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  switch (field) {
    case 'email':
      return text(emailAddress)
    case 'firstname':
    case 'lastname':
      return text(attributes?.[field])
    case 'manager.id':
      return identity.managerRef?.id ?? ''
    case 'status':
    case 'cloudStatus':
      return identity.identityStatus
    case 'lifecycleState':
      return identity.lifecycleState?.stateName ?? null
    case 'id':
    case 'name':
    case 'alias':
    case 'processingState':
    case 'isManager':
    case 'created':
    case 'modified':
      return identity[field]
    default:
      return storedAttribute(attributes?.[field.slice('attributes.'.length)])
  }
}

async function copyOf(identities: Made[]) {
  const { database, schema } = await newIndexPlace()
  const file = await openIndexFile(database, quiet, schema)
  const copy = createIdentityCopy(file)
  await copy.put(identities, 1)
  const byId = new Map(identities.map((each) => [each.id, each]))
  const find = async (filters: string, rest: { sorters?: string; facets?: string[] } = {}) => {
    const asked = { filters, sorters: '', limit: 250, offset: 0, facets: [], ...rest }
    const { ords, ...found } = await findIdentities(file.read, copy.memory, asked)
    const rows = await identityBodies(file.read, ords)
    return { ...found, ids: rows.map(({ id }) => id) }
  }
  return { file, copy, find, all: [...byId.values()] }
}

const identities = fc.array(identityArbitrary, { maxLength: 60 })

test('any filter finds the identities that it finds by the plain meaning of the language', async () => {
  await fc.assert(
    fc.asyncProperty(
      identities,
      fc.array(filterArbitrary, { maxLength: 6 }),
      async (made, filters) => {
        const { file, find, all } = await copyOf(made)
        for (const text of filters) {
          const filter = checkFilter(parseFilter(text), identityFields, identityAttributeFields)
          const expected = all.filter((each) => evaluate(filter, (field) => read(each, field)))
          const found = await find(text)
          expect([text, found.ids.toSorted()]).toEqual([
            text,
            expected.map(({ id }) => id).toSorted(),
          ])
          expect(found.total).toBe(expected.length)
        }
        await file.close()
      },
    ),
    { numRuns: fewerRuns(60) },
  )
})

test('text is found in any name and attribute, whatever its case and accents', async () => {
  await fc.assert(
    fc.asyncProperty(
      identities,
      fc.constantFrom('ANN', 'zoe', 'abel', 'sales', 'exam'),
      async (made, text) => {
        const { file, find, all } = await copyOf(made)
        const has = ({ name, alias, emailAddress, attributes }: Made) => {
          const values = [name, alias, emailAddress, ...Object.values(attributes ?? {})].flat()
          return values.some(
            (value) => typeof value === 'string' && fold(value).includes(fold(text)),
          )
        }
        const expected = all.filter(has).map(({ id }) => id)
        expect((await find(`text co "${text}"`)).ids.toSorted()).toEqual(expected.toSorted())
        await file.close()
      },
    ),
    { numRuns: fewerRuns(30) },
  )
})

test('a facet counts what a filter by it would find among the rows of the other parts', async () => {
  const fields = [
    'status',
    'lifecycleState',
    'processingState',
    'attributes.department',
    'isManager',
  ]
  await fc.assert(
    fc.asyncProperty(identities, async (made) => {
      const { file, find } = await copyOf(made)
      const other = 'created ge 2026-01-02'
      const { facets } = await find(`${other} and status eq "ACTIVE"`, { facets: fields })
      expect(facets.map(({ field }) => field)).toEqual(
        // A list of texts is none that memory counts.
        facets.length === fields.length
          ? fields
          : fields.filter((f) => f !== 'attributes.department'),
      )
      for (const { field, values } of facets) {
        for (const { value, count } of values) {
          const own = value === null ? `${field} isnull` : `${field} eq ${JSON.stringify(value)}`
          const rest = field === 'status' ? other : `${other} and status eq "ACTIVE"`
          expect([own, (await find(`${rest} and ${own}`)).total]).toEqual([own, count])
        }
      }
      await file.close()
    }),
    { numRuns: fewerRuns(30) },
  )
})

test('pages follow each other in any order without a gap, after rows came, changed and went', async () => {
  const sorters = fc.constantFrom(
    'name',
    '-name,id',
    'status,-modified',
    '-lifecycleState,status',
    '-created',
    'email',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(identities, { maxLength: 4 }), sorters, async (rounds, sorter) => {
      const { file, copy, find } = await copyOf([])
      for (const [nth, made] of rounds.entries()) {
        await copy.put(made, 1)
        await copy.remove(made.slice(0, 3).map(({ id }) => id))
        // A row that is not in its place yet is on some page all the same.
        if (nth % 2 === 0) await copy.order()
        const whole = await find('', { sorters: sorter })
        expect(new Set(whole.ids).size).toBe(whole.total)
      }
      await copy.order()
      const kept = await find('', { sorters: sorter })
      const again = createIdentityCopy(file)
      await again.load()
      const asked = { filters: '', sorters: sorter, facets: [] }
      const pages: number[] = []
      for (let offset = 0; offset < kept.total; offset += 7) {
        const page = await findIdentities(file.read, again.memory, { ...asked, limit: 7, offset })
        pages.push(...page.ords)
      }
      const rows = await identityBodies(file.read, pages)
      expect(rows.map(({ id }) => id)).toEqual(kept.ids)
      await file.close()
    }),
    { numRuns: fewerRuns(40) },
  )
})

test('what cannot be asked is refused with the name of the field', async () => {
  const { find } = await copyOf([])
  await expect(find('salary gt 3')).rejects.toThrow('salary')
  await expect(find('isManager sw "t"')).rejects.toThrow('isManager')
  await expect(find('', { sorters: 'salary' })).rejects.toThrow('salary')
  await expect(find('', { facets: ['salary'] })).rejects.toThrow('salary')
})
