import { evaluate } from '../../../lib/filter/evaluate.ts'
import { keyOf } from '../../../lib/filter/key.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import { Bitmap } from '../memory/bitmap.ts'
import { rowsWith } from '../memory/codes.ts'
import type { DateColumn } from '../memory/date-column.ts'
import type { DictionaryColumn } from '../memory/dictionary-column.ts'
import type { Held } from './fields.ts'
import { keptRows } from './kept-rows.ts'
import type { Leaf, Step } from './plan.ts'

/** Since the plan was made, memory gave up a column that the plan counts on: plan again. */
export class OutdatedPlan extends Error {
  override name = 'OutdatedPlan'
}

/**
 * The rows for which the step is true, in a bitmap of the caller's own. Rows that are gone may be
 * among them: they have no values, and the database may not have known.
 */
export function rowsOf(step: Step, memory: AccountMemory, resolved: readonly Bitmap[]): Bitmap {
  switch (step.kind) {
    case 'and':
    case 'or': {
      const [first, ...others] = step.parts.map((part) => rowsOf(part, memory, resolved))
      if (!first) return step.kind === 'and' ? memory.live.copy() : new Bitmap(memory.capacity)
      return others.reduce(
        (all, each) => (step.kind === 'and' ? all.and(each) : all.or(each)),
        first,
      )
    }
    case 'not':
      return without(memory, rowsOf(step.part, memory, resolved))
    case 'outside': {
      const rows = resolved[step.at]
      if (!rows) throw new Error(`Condition ${step.at} of the plan was not resolved`)
      return rows.copy()
    }
    case 'memory':
      return leafRows(step.leaf, step.held, memory)
  }
}

const without = (memory: AccountMemory, rows: Bitmap) => memory.live.copy().andNot(rows)

function leafRows(leaf: Leaf, held: Held, memory: AccountMemory): Bitmap {
  switch (held.in) {
    case 'flag': {
      const wanted = leaf.kind === 'compare' && leaf.value === (leaf.operator === 'eq')
      return flagRows(memory.flags[held.flag], wanted !== (held.turned ?? false), memory)
    }
    case 'status':
      return choiceRows(leaf, memory, {
        enabled: () => flagRows(memory.flags.disabled, false, memory),
        disabled: () => flagRows(memory.flags.disabled, true, memory),
        locked: () => flagRows(memory.flags.locked, true, memory),
      })
    case 'type':
      return choiceRows(leaf, memory, {
        human: () => flagRows(memory.flags.isMachine, false, memory),
        machine: () => flagRows(memory.flags.isMachine, true, memory),
      })
    case 'date':
      return dateRows(leaf, memory.dates[held.column], memory)
    case 'code':
      return columnRows(leaf, memory.column(held.column), memory)
    case 'attribute': {
      const column = memory.attributes.find(held.name)
      if (column === 'nobody') {
        return leaf.kind === 'test' && leaf.operator === 'isnull'
          ? memory.live.copy()
          : new Bitmap(memory.capacity)
      }
      return columnRows(leaf, column === 'outside' ? undefined : column, memory)
    }
    case 'privileged':
      return privilegedRows(leaf, memory)
    case 'privilegedEntitlement':
      return memory.privileges.having(valuesOf(leaf).map(String))
    case 'database':
      throw new Error(`Only the database knows ${leaf.field}`)
  }
}

const flagRows = (flag: Bitmap, wanted: boolean, memory: AccountMemory) =>
  wanted ? flag.copy() : without(memory, flag)

const valuesOf = (leaf: Leaf) =>
  leaf.kind === 'list' ? leaf.values : leaf.kind === 'compare' ? [leaf.value] : []

/** Of an account of which it is not known nothing is true but `isnull`. */
function privilegedRows(leaf: Leaf, memory: AccountMemory): Bitmap {
  const { privileges } = memory
  if (leaf.kind === 'test') {
    return leaf.operator === 'pr' ? privileges.known() : without(memory, privileges.known())
  }
  const isWanted = leaf.kind === 'compare' && leaf.value === (leaf.operator === 'eq')
  return isWanted ? privileges.privileged.copy() : privileges.plain()
}

/** A row may have several of the choices; `ne` is true of those that have not this one. */
function choiceRows(
  leaf: Leaf,
  memory: AccountMemory,
  choices: Record<string, () => Bitmap>,
): Bitmap {
  const rows = new Bitmap(memory.capacity)
  for (const value of new Set(valuesOf(leaf).map((each) => keyOf(String(each))))) {
    const choice = choices[value]
    if (choice) rows.or(choice())
  }
  return leaf.kind === 'compare' && leaf.operator === 'ne' ? without(memory, rows) : rows
}

function dateRows(leaf: Leaf, column: DateColumn, memory: AccountMemory): Bitmap {
  if (leaf.kind === 'test') {
    return leaf.operator === 'pr' ? column.between() : without(memory, column.between())
  }
  if (leaf.kind === 'list') throw new Error(`${leaf.field} is not compared with a list`)
  const [first, last] = rangeOf(leaf)
  return keptRows(memory, leaf, column, () => column.between(first, last))
}

export function rangeOf({ operator, value }: Extract<Leaf, { kind: 'compare' }>): [number, number] {
  const parsed = Date.parse(String(value))
  // The check writes a time after all that can be written as text that is no date.
  const time = Number.isNaN(parsed) ? Infinity : parsed
  switch (operator) {
    case 'gt':
      return [time + 1, Infinity] // times are whole milliseconds
    case 'ge':
      return [time, Infinity]
    case 'lt':
      return [-Infinity, time - 1]
    case 'le':
      return [-Infinity, time]
    default:
      return [time, time]
  }
}

/** The condition is put to each distinct value once; then the rows are looked up. */
function columnRows(
  leaf: Leaf,
  column: DictionaryColumn | undefined,
  memory: AccountMemory,
): Bitmap {
  if (!column) throw new OutdatedPlan(`Memory no longer holds ${leaf.field}`)
  return keptRows(memory, leaf, column, () => rowsWith(column.codes, markedBy(leaf, column)))
}

function markedBy(leaf: Leaf, column: DictionaryColumn): Uint8Array {
  const marked = new Uint8Array(column.size)
  if (leaf.kind === 'list' || (leaf.kind === 'compare' && leaf.operator === 'eq')) {
    const values = leaf.kind === 'list' ? leaf.values : [leaf.value]
    for (const value of values) marked[column.codeOf(String(value))] = 1
    marked[0] = 0 // the code of a value that is not there
    return marked
  }
  column.keys.forEach((key, code) => {
    marked[code] = Number(evaluate(leaf, () => (code === 0 ? null : key)))
  })
  return marked
}
