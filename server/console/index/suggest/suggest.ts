import type { components } from '../../../../src/api/console-schema.d.ts'
import type { Identities } from '../identities/identities.ts'
import { findAccounts } from '../list.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import type { IndexDb } from '../store/database.ts'
import { bodiesOf } from '../store/rows.ts'
import { turns } from '../turns.ts'
import { cluesOf, displayNameOf } from './account-clues.ts'
import { candidatesFor } from './candidates.ts'
import { judge } from './score.ts'

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

/** Finds for each uncorrelated account who may own it. */
export function createSuggestions({ db, memory, state, identities }: Deps) {
  return async (asked: { offset: number; limit: number }): Promise<Answer> => {
    await identities.copy.whenStill()
    const question = { ...asked, filters: UNCORRELATED, sorters: 'sourceName,name', facets: [] }
    const { ords, total } = await findAccounts(db(), memory(), question)
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

async function suggestedFor(
  db: IndexDb,
  memory: AccountMemory,
  account: Record<string, unknown>,
): Promise<Schemas['UncorrelatedAccount']> {
  const clues = cluesOf(account)
  const { candidates, sharing } = await candidatesFor(db, memory, clues)
  return { account: shownOf(account), ...judge(clues, candidates, sharing) }
}

function shownOf(account: Record<string, unknown>): Schemas['UncorrelatedAccount']['account'] {
  const { id, name, nativeIdentity, sourceId, sourceName, isMachine } = account
  return {
    id: textOf(id),
    name: textOf(name),
    displayName: displayNameOf(account),
    nativeIdentity: textOf(nativeIdentity),
    sourceId: textOf(sourceId),
    sourceName: textOf(sourceName),
    isMachine: isMachine === true,
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
