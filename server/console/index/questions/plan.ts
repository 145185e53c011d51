import type { CheckedFilter } from '../../../lib/filter/check.ts'
import { fieldNames } from '../../../lib/filter/field-names.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import { fieldOf, type Held } from './fields.ts'

/** One condition of a filter. */
export type Leaf = Extract<CheckedFilter, { field: string }>

export type Step =
  | { kind: 'and' | 'or'; parts: Step[] }
  | { kind: 'not'; part: Step }
  | { kind: 'memory'; leaf: Leaf; held: Held }
  | { kind: 'outside'; at: number }

/** `facet`: the part speaks of what this facet counts, and of nothing else. */
export type Part = { step: Step; facet: string | undefined }

export type Plan = {
  /** All of them have to be true. */
  parts: Part[]
  /** What the database has to resolve to bitmaps, in this order, before there is an answer. */
  outside: Leaf[]
}

/** Splits a checked filter into what the memory answers and what the database has to. */
export function planOf(filter: CheckedFilter | undefined, memory: AccountMemory): Plan {
  const outside: Leaf[] = []

  function stepOf(part: CheckedFilter): Step {
    switch (part.kind) {
      case 'and':
      case 'or':
        return { kind: part.kind, parts: part.parts.map(stepOf) }
      case 'not':
        return { kind: 'not', part: stepOf(part.part) }
      default: {
        const held = heldOf(part, memory)
        return held ? { kind: 'memory', leaf: part, held } : outsideStep(part)
      }
    }
  }

  /** The database is asked for the smaller half only: few accounts lack a value, or equal one. */
  function outsideStep(leaf: Leaf): Step {
    const { field } = leaf
    if (leaf.kind === 'test' && leaf.operator === 'pr') {
      return { kind: 'not', part: asked({ kind: 'test', field, operator: 'isnull' }) }
    }
    const described = fieldOf(field)
    // An attribute may be a list, of which `ne` is more than the opposite of `eq`.
    const isOpposite = described?.held.in === 'database'
    if (!isOpposite || leaf.kind !== 'compare' || leaf.operator !== 'ne') return asked(leaf)
    const equal = asked({ ...leaf, operator: 'eq' })
    if (!described.operators.includes('isnull')) return { kind: 'not', part: equal }
    const missing = asked({ kind: 'test', field, operator: 'isnull' })
    return { kind: 'not', part: { kind: 'or', parts: [equal, missing] } }
  }

  function asked(leaf: Leaf): Step {
    const text = JSON.stringify(leaf)
    const at = outside.findIndex((other) => JSON.stringify(other) === text)
    return { kind: 'outside', at: at >= 0 ? at : outside.push(leaf) - 1 }
  }

  const parts = filter ? conjuncts(filter) : []
  return { parts: parts.map((part) => ({ step: stepOf(part), facet: facetOf(part) })), outside }
}

/** An `and` inside an `and` says the same as one. */
const conjuncts = (filter: CheckedFilter): CheckedFilter[] =>
  filter.kind === 'and' ? filter.parts.flatMap(conjuncts) : [filter]

/** Undefined where the memory does not hold what the condition speaks of. */
function heldOf(leaf: Leaf, memory: AccountMemory): Held | undefined {
  const held = fieldOf(leaf.field)?.held
  if (!held) throw new Error(`The check let through the unknown field ${leaf.field}`)
  switch (held.in) {
    case 'database':
      return undefined
    case 'code':
      return memory.column(held.column) ? held : undefined
    case 'attribute':
      return memory.attributes.find(held.name) === 'outside' ? undefined : held
    default:
      return held
  }
}

function facetOf(part: CheckedFilter): string | undefined {
  const facets = new Set(fieldNames(part).map((name) => fieldOf(name)?.facet ?? name))
  return facets.size === 1 ? [...facets][0] : undefined
}
