import { accountRow, updateAccountRow, type AccountRow } from '../store/accounts.ts'
import { isClassifiedByHand, setClassifiedByHand } from '../store/classifications.ts'
import type { Db } from '../store/database.ts'
import { inTransaction } from '../store/transaction.ts'
import { notFound } from './errors.ts'

export type ClassificationMode = 'default' | 'ignoreManual' | 'forceMachine' | 'forceHuman'

/** Says anew whether a machine uses the account; true where one does. */
export async function classify(db: Db, id: string, mode: ClassificationMode): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const account = await accountRow(trx, id)
    if (!account) throw notFound('account', id)
    if (mode === 'default' && (await isClassifiedByHand(trx, id))) return account.is_machine === 1
    const forced = mode === 'forceMachine' || mode === 'forceHuman'
    const isMachine = forced ? mode === 'forceMachine' : looksLikeMachine(account)
    await setClassifiedByHand(trx, id, forced)
    await updateAccountRow(trx, id, {
      is_machine: isMachine ? 1 : 0,
      // Who decides by hand follows no recommendation; the contract has no method for that either.
      recommendation_type: forced ? null : isMachine ? 'MACHINE' : 'HUMAN',
      recommendation_method: forced ? null : 'CRITERIA',
      owner_identity_id: isMachine ? account.owner_identity_id : null,
    })
    return isMachine
  })
}

/** ISC's criteria are each tenant's own; these are ours: a name as programs and devices bear them. */
const looksLikeMachine = ({ name }: AccountRow) =>
  /^(svc|srv|service|sa|app|bot|robot|system)[._-]/i.test(name)
