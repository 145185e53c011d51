import { FilterMeaningError } from '../../../lib/filter/errors.ts'
import type { FacetAnswer } from '../list.ts'
import type { Bitmap } from '../memory/bitmap.ts'
import { countByCode } from '../memory/codes.ts'
import type { DictionaryColumn } from '../memory/dictionary-column.ts'
import { codeColumns } from './fields.ts'
import type { IdentityMemory } from './memory.ts'

type Count = FacetAnswer['values'][number]

const MOST_SHOWN = 50
const ATTRIBUTE = 'attributes.'

/** The counts of a facet over the rows; undefined where memory does not hold the attribute. */
export function identityFacet(
  memory: IdentityMemory,
  field: string,
  rows: Bitmap,
): FacetAnswer | undefined {
  if (field === 'isManager') {
    const count = memory.managers.copy().and(rows).count()
    return ranked(field, [
      { value: true, count },
      { value: false, count: rows.count() - count },
    ])
  }
  const code = codeColumns.find((each) => each === field)
  if (code) return columnFacet(field, memory.code(code), rows)
  if (!field.startsWith(ATTRIBUTE)) {
    throw new FilterMeaningError(`There is no facet ${field}.`, field)
  }
  const column = memory.attributes.find(field.slice(ATTRIBUTE.length))
  if (column === 'nobody') return ranked(field, [{ value: null, count: rows.count() }])
  return columnFacet(field, column === 'outside' ? undefined : column, rows)
}

function columnFacet(field: string, column: DictionaryColumn | undefined, rows: Bitmap) {
  if (!column) return undefined
  const counts: Count[] = []
  countByCode(column.codes, column.size, rows).forEach((count, code) => {
    counts.push({ value: code === 0 ? null : (column.values[code] ?? null), count })
  })
  return ranked(field, counts)
}

function ranked(field: string, counts: Count[]): FacetAnswer {
  const met = counts.filter(({ count }) => count > 0)
  const sorted = met.toSorted((a, b) => b.count - a.count || compare(a.value, b.value))
  const other = sorted.slice(MOST_SHOWN).reduce((sum, { count }) => sum + count, 0)
  return { field, values: sorted.slice(0, MOST_SHOWN), other }
}

/** Identities without a value stand behind those with one. */
function compare(a: Count['value'], b: Count['value']): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return String(a) < String(b) ? -1 : 1
}
