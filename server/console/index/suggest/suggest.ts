import type { components } from '../../../../src/api/console-schema.d.ts'
import type { Identities } from '../identities/identities.ts'
import { findAccounts } from '../list.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import type { IndexDb } from '../store/database.ts'
import { bodiesOf } from '../store/rows.ts'
import { turns } from '../turns.ts'
import { cluesOf } from './account-clues.ts'
import { candidatesFor } from './candidates.ts'
import { judge } from './score.ts'
import { shownOf } from './shown.ts'

type Schemas = components['schemas']
type Answer = Schemas['UncorrelatedAccounts']

type Deps = {
  db: () => IndexDb
  memory: () => AccountMemory
  state: () => Schemas['IndexState']
  identities: Pick<Identities, 'state' | 'copy'>
}

/** The accounts that belong to nobody; the tenant's own log-in accounts stay with their identities. */
const UNCORRELATED = 'uncorrelated eq true and systemAccount eq false'

type Asked = { offset: number; limit: number }

/** Finds for each uncorrelated account who may own it; `hidden` are accounts that are left out. */
export function createSuggestions({ db, memory, state, identities }: Deps) {
  return async (asked: Asked, hidden: ReadonlySet<number>): Promise<Answer> => {
    await identities.copy.whenStill()
    const { ords, total } = await uncorrelated(db(), memory(), asked, hidden)
    const pause = turns()
    const items: Answer['items'] = []
    for (const body of await bodiesOf(db(), ords)) {
      items.push(await suggestedFor(db(), memory(), JSON.parse(body)))
      await pause()
    }
    const index = state()
    const people = identities.state()
    return { items, total, partial: !index.complete || !people.complete, index, identities: people }
  }
}

async function uncorrelated(
  db: IndexDb,
  memory: AccountMemory,
  { offset, limit }: Asked,
  hidden: ReadonlySet<number>,
) {
  const question = { filters: UNCORRELATED, sorters: 'sourceName,name', facets: [] }
  if (hidden.size === 0) return findAccounts(db, memory, { ...question, offset, limit })
  // Where a window begins depends on how many before it are left out.
  const all = await findAccounts(db, memory, { ...question, offset: 0, limit: memory.size })
  const left = all.ords.filter((ord) => !hidden.has(ord))
  return { ords: left.slice(offset, offset + limit), total: left.length }
}

async function suggestedFor(
  db: IndexDb,
  memory: AccountMemory,
  account: Record<string, unknown>,
): Promise<Schemas['UncorrelatedAccount']> {
  const clues = cluesOf(account)
  const { candidates, sharing } = await candidatesFor(db, memory, clues)
  return { account: shownOf(account), ...judge(clues, candidates, sharing) }
}
