import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Database } from '../store/schema.ts'
import { openTestDatabase } from '../testing/database.ts'
import { seed } from './seed.ts'

type Attributes = Record<string, unknown>
type Stray = { name: string; source: string; attributes: Attributes }

let db: Kysely<Database>
let strays: Stray[]
let numbers: Set<string>
let names: Set<string>

beforeAll(async () => {
  db = await openTestDatabase()
  await seed(db, { identities: 2000, now: new Date('2026-03-09T15:20:00Z') })
  const read = async (query: string) =>
    (await sql.raw<Record<string, unknown>>(query).execute(db)).rows
  strays = (
    await read(
      'select name, source_name, attributes from account where uncorrelated = 1 and is_machine = 0',
    )
  ).map(({ name, source_name: source, attributes }) => ({
    name: String(name),
    source: String(source),
    attributes: JSON.parse(String(attributes)),
  }))
  const people = (await read('select attributes from identity where correlated = 1')).map(
    ({ attributes }): Attributes => JSON.parse(String(attributes)),
  )
  numbers = new Set(people.map(({ identificationNumber }) => String(identificationNumber)))
  names = new Set(people.map(({ displayName }) => nameKey(String(displayName))))
})
afterAll(() => db.destroy())

/** Whichever of the two comes first. */
const nameKey = (name: string) =>
  name
    .toLowerCase()
    .split(/[^a-z]+/)
    .toSorted()
    .join(' ')

const texts = ({ attributes }: Stray) => Object.values(attributes).map(String)
const numbersOf = (stray: Stray) => new Set(texts(stray).filter((text) => numbers.has(text)))
const sharesName = (stray: Stray) => {
  const { FirstName, LastName } = stray.attributes
  const whole = [...texts(stray), `${String(FirstName)} ${String(LastName)}`]
  return whole.some((text) => names.has(nameKey(text)))
}

test('most accounts that no rule gives to anybody say whose they are', () => {
  const telling = strays.filter((stray) => sharesName(stray) || numbersOf(stray).size > 0)
  expect(telling.length / strays.length).toBeGreaterThan(0.7)
  expect(telling.length / strays.length).toBeLessThan(0.9)
})

test('some say two people as much, and some have the number of one who is called otherwise', () => {
  const two = strays.filter((stray) => numbersOf(stray).size === 2)
  expect(two.length).toBeGreaterThan(5)
  expect(two.length / strays.length).toBeLessThan(0.2)
  const renamed = strays.filter((stray) => numbersOf(stray).size === 1 && !sharesName(stray))
  expect(renamed.length).toBeGreaterThan(5)
})

test.each([
  ['a private address', /@(mail|post|home)\.example$/],
  ['a misspelt address', /@(exmaple\.com|example\.con|exampel\.com)$/],
  ['a misspelt number', /^\d{5}[pqwertyuio]$/],
])('some have %s', (_what, form) => {
  expect(strays.some((stray) => texts(stray).some((text) => form.test(text)))).toBe(true)
})

test("each source but the tenant's own and the authoritative one has some", () => {
  expect([...new Set(strays.map(({ source }) => source))].toSorted()).toEqual([
    'Active Directory',
    'Badge System',
    'Entra ID',
    'GitHub Enterprise',
    'Oracle EBS',
    'SAP S/4HANA',
    'Salesforce',
  ])
})
