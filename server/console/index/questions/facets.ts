import { FilterMeaningError } from '../../../lib/filter/errors.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import type { Bitmap } from '../memory/bitmap.ts'
import { countByCode } from '../memory/codes.ts'
import type { DictionaryColumn } from '../memory/dictionary-column.ts'
import { codeFields, flagFields, type CodeField, type FlagField } from '../memory/facts.ts'

/** Null stands for accounts without a value. The label is what people call the value. */
export type FacetCount = { value: string | boolean | null; count: number; label?: string }
export type Facet = {
  /** The most frequent values, of which one account may have several. */
  counts: FacetCount[]
  /** The accounts of all other values. */
  other: number
}

/** Of an attribute, which may have as many values as there are accounts. */
const MOST_SHOWN = 50
/** Of what the tenant's administrators define: they look for each of their sources by name. */
const MOST_DEFINED = 500
const DAY = 86_400_000

/** From `from` on and before `before`, in milliseconds; null is a password of which nothing is known. */
export type PasswordAge = { value: string | null; from?: number; before?: number }

/**
 * The ages that the facet of `passwordChanged` counts: in whole days of UTC, so that a filter can mean
 * the same rows, whenever on that day it was written.
 */
export function passwordAges(now: number): PasswordAge[] {
  const today = Math.floor(now / DAY) * DAY
  const [quarter, half, year] = [90, 180, 365].map((days) => today - days * DAY)
  return [
    { value: null },
    { value: 'under-90-days', from: quarter },
    { value: '90-to-180-days', from: half, before: quarter },
    { value: '180-to-365-days', from: year, before: half },
    { value: 'over-1-year', before: year },
  ]
}

/** The counts of a facet over the rows; null where memory does not hold the attribute. */
export function facetOf(
  memory: AccountMemory,
  name: string,
  rows: Bitmap,
  now: number,
): Facet | null {
  const { disabled, locked, isMachine } = memory.flags
  const total = rows.count()
  const having = (flag: Bitmap) => flag.copy().and(rows).count()
  if (name === 'status') {
    const count = having(disabled)
    return ranked([
      { value: 'enabled', count: total - count },
      { value: 'disabled', count },
      { value: 'locked', count: having(locked) },
    ])
  }
  if (name === 'type') {
    const count = having(isMachine)
    return ranked([
      { value: 'human', count: total - count },
      { value: 'machine', count },
    ])
  }
  if (name === 'privileged') {
    const { privileges } = memory
    const [count, none] = [having(privileges.privileged), privileges.plain().and(rows).count()]
    return ranked([
      { value: true, count },
      { value: false, count: none },
      { value: null, count: total - count - none },
    ])
  }
  if (name === 'privilegedEntitlement') {
    return ranked(memory.privileges.counts(rows), MOST_DEFINED)
  }
  if (name === 'passwordChanged') return ranked(ageCounts(memory, rows, now))
  if (isFlag(name)) {
    const count = having(memory.flags[name])
    return ranked([
      { value: true, count },
      { value: false, count: total - count },
    ])
  }
  if (name === 'sourceId')
    return named(memory, columnFacet(memory.column(name), rows, MOST_DEFINED))
  if (isCode(name)) return columnFacet(memory.column(name), rows, MOST_DEFINED)
  if (!name.startsWith('attributes.')) {
    throw new FilterMeaningError(`There is no facet ${name}.`, name)
  }
  const column = memory.attributes.find(name.slice('attributes.'.length))
  if (column === 'nobody') return ranked([{ value: null, count: total }])
  return columnFacet(column === 'outside' ? undefined : column, rows)
}

const isFlag = (name: string): name is FlagField => flagFields.some((field) => field === name)
const isCode = (name: string): name is CodeField => codeFields.some((field) => field === name)

function columnFacet(
  column: DictionaryColumn | undefined,
  rows: Bitmap,
  most = MOST_SHOWN,
): Facet | null {
  if (!column) return null
  const counts: FacetCount[] = []
  countByCode(column.codes, column.size, rows).forEach((count, code) => {
    if (count > 0) counts.push({ value: code === 0 ? null : (column.values[code] ?? null), count })
  })
  return ranked(counts, most)
}

/** Sources with their names, as an account of each gives it: not everybody may list sources. */
function named(memory: AccountMemory, facet: Facet | null): Facet | null {
  const [ids, names] = [memory.column('sourceId'), memory.column('sourceName')]
  if (!facet || !ids || !names) return facet
  const labels: (string | undefined)[] = Array.from({ length: ids.size })
  let missing = ids.size - 1
  for (let ord = 0; ord < ids.codes.length && missing > 0; ord += 1) {
    const [id = 0, name = 0] = [ids.codes[ord], names.codes[ord]]
    if (id === 0 || name === 0 || labels[id] !== undefined) continue
    labels[id] = names.values[name]
    missing -= 1
  }
  const counts = facet.counts.map((each) => {
    const label = typeof each.value === 'string' ? labels[ids.codeOf(each.value)] : undefined
    return label === undefined ? each : { ...each, label }
  })
  return { ...facet, counts }
}

function ageCounts(memory: AccountMemory, rows: Bitmap, now: number): FacetCount[] {
  const { times } = memory.dates.passwordChanged
  const ages = passwordAges(now)
  const [, quarter = 0, half = 0, year = 0] = ages.map(({ from }) => from)
  let [all, known, inYear, inHalf, inQuarter] = [0, 0, 0, 0, 0]
  // Sums instead of branches, which the processor could not foresee; NaN is in none of them.
  rows.forEach((ord) => {
    const time = times[ord] ?? NaN
    all += 1
    known += Number(time >= -Infinity)
    inYear += Number(time >= year)
    inHalf += Number(time >= half)
    inQuarter += Number(time >= quarter)
  })
  const counts = [all - known, inQuarter, inHalf - inQuarter, inYear - inHalf, known - inYear]
  return ages.map(({ value }, at) => ({ value, count: counts[at] ?? 0 }))
}

function ranked(counts: FacetCount[], most = MOST_SHOWN): Facet {
  const met = counts.filter(({ count }) => count > 0)
  const sorted = met.toSorted((a, b) => b.count - a.count || compare(a, b))
  const other = sorted.slice(most).reduce((sum, { count }) => sum + count, 0)
  return { counts: sorted.slice(0, most), other }
}

/** Accounts without a value stand behind those with one. */
function compare({ value: a }: FacetCount, { value: b }: FacetCount): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return String(a) < String(b) ? -1 : 1
}
