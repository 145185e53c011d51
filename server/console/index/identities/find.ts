import { checkFilter, type CheckedFilter } from '../../../lib/filter/check.ts'
import { fieldNames } from '../../../lib/filter/field-names.ts'
import { parseFilter } from '../../../lib/filter/parse.ts'
import type { Asked, FacetAnswer } from '../list.ts'
import { Bitmap } from '../memory/bitmap.ts'
import type { IndexDb } from '../store/database.ts'
import { identityFacet } from './facets.ts'
import { identityAttributeFields, identityField, identityFields } from './fields.ts'
import { matchingRows, outsideLeaves, type ResolvedRows } from './matching.ts'
import type { IdentityMemory } from './memory.ts'
import { resolveIdentities } from './resolve.ts'
import { identityPage } from './sorting.ts'

type Found = { ords: number[]; total: number; facets: FacetAnswer[]; bounded: boolean }

/**
 * The identities that match, by their numbers. Each facet counts those that match the rest of the
 * filter, without the parts that speak only of it. Throws FilterSyntaxError and FilterMeaningError for
 * what cannot be asked; a facet that memory does not hold is left out.
 */
export async function findIdentities(
  db: IndexDb,
  memory: IdentityMemory,
  asked: Asked,
): Promise<Found> {
  const filter = asked.filters.trim()
    ? checkFilter(
        parseFilter(asked.filters, { quotedNames: true }),
        identityFields,
        identityAttributeFields,
      )
    : undefined
  const resolved: ResolvedRows = new Map()
  let bounded = false
  for (const leaf of filter ? outsideLeaves(filter, memory) : []) {
    const found = await resolveIdentities(db, leaf)
    resolved.set(leaf, Bitmap.of(found.ords, memory.capacity))
    bounded ||= found.bounded
  }
  // From here on nobody gets a turn: the rows, their number and the counts are of one moment.
  const parts = filter ? conjuncts(filter) : []
  const rowsOf = (some: CheckedFilter[]) =>
    matchingRows({ kind: 'and', parts: some }, memory, resolved)
  const rows = rowsOf(parts)
  const facets = asked.facets.flatMap((field) => {
    const others = parts.filter((part) => facetOf(part) !== field)
    return identityFacet(memory, field, others.length < parts.length ? rowsOf(others) : rows) ?? []
  })
  return { ords: identityPage(memory, rows, asked), total: rows.count(), facets, bounded }
}

/** An `and` inside an `and` says the same as one. */
const conjuncts = (filter: CheckedFilter): CheckedFilter[] =>
  filter.kind === 'and' ? filter.parts.flatMap(conjuncts) : [filter]

/** The facet of the one thing that a part speaks of. */
function facetOf(part: CheckedFilter): string | undefined {
  const facets = new Set(fieldNames(part).map(facetName))
  return facets.size === 1 ? [...facets][0] : undefined
}

function facetName(name: string): string {
  const { held } = identityField(name)
  return held.in === 'code' ? held.column : name
}
