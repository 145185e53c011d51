import type { Item } from './accept.ts'
import { accountName, sourceName } from './names.ts'
import type { Owner, Uncorrelated } from './queries.ts'

/** What somebody has decided about rows, by account id, before anything is sent. */
export type Decisions = {
  chosen: ReadonlyMap<string, Owner>
  /** Selected or not against what the row would be by itself. */
  selected: ReadonlyMap<string, boolean>
}

export const noDecisions: Decisions = { chosen: new Map(), selected: new Map() }

/** Who would be accepted. Of two that are as good nobody is: that is for a person to choose. */
export function proposalOf(row: Uncorrelated, { chosen }: Decisions): Owner | undefined {
  return chosen.get(row.account.id) ?? (row.isAmbiguous ? undefined : row.suggestions[0]?.identity)
}

/** Clear suggestions and choices are selected from the start; the rest where somebody says so. */
export function isSelected(row: Uncorrelated, decisions: Decisions): boolean {
  if (!proposalOf(row, decisions)) return false
  const { id } = row.account
  return decisions.selected.get(id) ?? (row.isClear || decisions.chosen.has(id))
}

export function itemOf({ account }: Uncorrelated, owner: Owner): Item {
  const { id, sourceId, authoritative } = account
  return {
    account: {
      id,
      sourceId,
      name: accountName(account),
      sourceName: sourceName(account),
      authoritative,
    },
    owner,
  }
}
