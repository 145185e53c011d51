import { pipeline, Readable } from 'node:stream'

import { stringify } from 'csv-stringify'

import { FilterMeaningError } from '../../lib/filter/errors.ts'
import { passwordChanged } from './memory/password-changed.ts'
import type { IndexDb } from './store/database.ts'
import { bodiesOf } from './store/rows.ts'
import { turns } from './turns.ts'

type Account = Record<string, unknown>
type Cell = string | number | boolean | null

/** What a column holds, by the name that a request gives it; attributes come beside them. */
const columns: Record<string, (account: Account) => unknown> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  status: ({ disabled, locked }) =>
    `${disabled === true ? 'Disabled' : 'Enabled'}${locked === true ? ', Locked' : ''}`,
  source: ({ sourceName }) => sourceName,
  sourceId: ({ sourceId }) => sourceId,
  nativeIdentity: ({ nativeIdentity }) => nativeIdentity,
  identity: ({ identity, uncorrelated }) => (uncorrelated === true ? '' : partOf(identity, 'name')),
  identityId: ({ identityId }) => identityId,
  lifecycleState: ({ cloudLifecycleState }) => cloudLifecycleState,
  type: ({ isMachine }) => (isMachine === true ? 'Machine' : 'Human'),
  entitlements: ({ hasEntitlements }) => hasEntitlements,
  passwordChanged: ({ attributes }) => timeOfPassword(attributes),
  correlation: ({ uncorrelated, manuallyCorrelated }) =>
    uncorrelated === true ? 'Uncorrelated' : manuallyCorrelated === true ? 'By hand' : 'By rule',
  uncorrelated: ({ uncorrelated }) => uncorrelated,
  manuallyCorrelated: ({ manuallyCorrelated }) => manuallyCorrelated,
  origin: ({ origin }) => origin,
  created: ({ created }) => created,
  modified: ({ modified }) => modified,
}
const ATTRIBUTE = 'attributes.'

/** The columns of a file in which none were asked for. */
const usual = [
  'name',
  'status',
  'source',
  'nativeIdentity',
  'identity',
  'lifecycleState',
  'entitlements',
  'modified',
  'passwordChanged',
  'correlation',
  'type',
  'created',
  'id',
]

/** How a column reads its cell. Throws FilterMeaningError for a name that is none. */
export function columnsOf(names: string[]) {
  return (names.length > 0 ? names : usual).map((name) => {
    const read = Object.hasOwn(columns, name) ? columns[name] : attributeColumn(name)
    if (!read) {
      const known = [...Object.keys(columns), `${ATTRIBUTE}NAME`].join(', ')
      throw new FilterMeaningError(`There is no column ${name}. There are ${known}.`, name)
    }
    return { name, read }
  })
}

function attributeColumn(name: string) {
  if (!name.startsWith(ATTRIBUTE)) return undefined
  const attribute = name.slice(ATTRIBUTE.length)
  return ({ attributes }: Account) => partOf(attributes, attribute)
}

function timeOfPassword(attributes: unknown): string | undefined {
  if (typeof attributes !== 'object' || attributes === null) return undefined
  const time = passwordChanged({ ...attributes })
  return time === undefined ? undefined : new Date(time).toISOString()
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

const PAGE = 100

/** The accounts of these numbers as JSON, a page at a time; others get their turn in between. */
export async function* bodyPages(db: IndexDb, ords: number[]) {
  const pause = turns()
  for (let at = 0; at < ords.length; at += PAGE) {
    yield await bodiesOf(db, ords.slice(at, at + PAGE))
    await pause()
  }
}

/**
 * The accounts of these numbers as CSV (RFC 4180), in their order, a page at a time as the reader
 * takes it. A cell that begins like a formula gets a quote in front; the mark at the beginning tells
 * a spreadsheet that the file is UTF-8.
 */
export function csvOf(db: IndexDb, ords: number[], chosen: ReturnType<typeof columnsOf>): Readable {
  async function* rows() {
    for await (const bodies of bodyPages(db, ords)) {
      for (const body of bodies) {
        const account: Account = JSON.parse(body)
        yield chosen.map(({ read }) => cellOf(read(account)))
      }
    }
  }
  const csv = stringify({
    bom: true,
    header: true,
    columns: chosen.map(({ name }) => name),
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: String },
  })
  // Who goes away in the middle ends the reading as well; what fails there ends the file.
  return pipeline(Readable.from(rows()), csv, () => {})
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map((item) => String(cellOf(item) ?? '')).join('|')
  if (typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function'
    ? null
    : (value as Cell) // string, number and boolean are what is left
}
