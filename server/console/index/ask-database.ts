import { evaluate } from '../../lib/filter/evaluate.ts'
import { keyOf } from '../../lib/filter/key.ts'
import type { AccountMemory } from './memory/account-memory.ts'
import { Bitmap } from './memory/bitmap.ts'
import type { DatabaseAnswer, Matches } from './memory/kept-answers.ts'
import type { Leaf } from './questions/plan.ts'
import type { IndexDb } from './store/database.ts'
import { fold, searched } from './store/fold.ts'
import { attributeIn, resolveLeaf } from './store/resolve.ts'
import { rowsWithText } from './store/row-numbers.ts'
import { isSearchable } from './store/text.ts'

/** Half of a pair that stands alone: the database writes another character for it, and finds that. */
const replaced = /[\p{Surrogate}\ufffd]/u

/** The accounts for which the condition is true, which memory alone cannot tell. */
export async function askDatabase(
  db: IndexDb,
  memory: AccountMemory,
  leaf: Leaf,
): Promise<DatabaseAnswer> {
  const ask = async () => {
    const { ords, bounded } = await resolveLeaf(db, leaf)
    return { rows: Bitmap.of(ords, memory.capacity), bounded }
  }
  if (leaf.field.startsWith('attributes.')) {
    const name = leaf.field.slice('attributes.'.length)
    const matches: Matches = ({ columns: { body } }) =>
      evaluate(leaf, () => attributeIn(body, name))
    return memory.answers.of(JSON.stringify(leaf), matches, ask)
  }
  if (leaf.field !== 'text' || leaf.kind !== 'compare') return ask()
  const text = String(leaf.value).trim()
  if (replaced.test(text)) return ask()
  const folded = fold(searched(text))
  if (!isSearchable(folded)) return memory.answers.of(`begins ${text}`, beginningWith(text), ask)
  const isIn: Matches = (account) => account.text.includes(folded)
  return memory.answers.of(`text ${folded}`, isIn, async () => ({
    rows: await rowsWithText(db, folded),
    bounded: false,
  }))
}

function beginningWith(text: string): Matches {
  const start = keyOf(text)
  return ({ columns: { name_key, native_key, identity_key } }) =>
    [name_key, native_key, identity_key].some((key) => key.startsWith(start))
}
