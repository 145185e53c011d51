import { onTestFinished } from 'vitest'

import { lastingDatabase } from '../../../database/testing.ts'
import { openConsoleDatabase } from '../../store/database.ts'
import type { ActionId } from '../actions.ts'
import type { AccountFacts } from '../facts.ts'
import { createLedger } from '../ledger.ts'
import { writePlan } from '../plan.ts'

export const TENANT = 'embedded'
export const operator = { name: 'ines', userLevels: ['ORG_ADMIN'], scopes: ['sp:scopes:all'] }

export const account = (change: Partial<AccountFacts> = {}): AccountFacts => ({
  id: 'a1',
  name: 'ines',
  nativeIdentity: 'CN=Ines',
  sourceId: 's1',
  sourceName: 'Directory',
  identityId: 'i1',
  identityName: 'Ines Moreau',
  uncorrelated: false,
  manuallyCorrelated: false,
  isProvisioned: false,
  disabled: false,
  locked: false,
  systemAccount: false,
  authoritative: false,
  isMachine: false,
  isFlatFile: false,
  features: ['ENABLE', 'UNLOCK'],
  sourceHealthy: undefined,
  modified: null,
  ...change,
})

/** A ledger on a database of its own. */
export async function openLedger(where?: string) {
  const db = await openConsoleDatabase(where ?? (await lastingDatabase()))
  onTestFinished(() => db.destroy())
  const ledgerOf = (owner: string) => createLedger(db, TENANT, { owner, lease: 10_000 })
  return { db, ledger: ledgerOf('here'), other: ledgerOf('there') }
}

type Opened = Awaited<ReturnType<typeof openLedger>>

export function draftRun({ db }: Opened, ids: string[], action: ActionId = 'disable') {
  const items = ids.map((id) => ({ account: account({ id, name: id }), named: id, line: 0 }))
  const selection = { kind: 'accounts' as const, filters: null }
  const drift = { expected: null, found: ids.length, gone: 0, changed: 0 }
  const draft = { action, operator, selection, drift, undoOf: null, items }
  return writePlan(db, TENANT, draft, Date.now())
}
