import { useQuery, useQueryClient } from '@tanstack/react-query'

import { refusedActionsQuery, sessionQuery } from '#features/session/queries.ts'
import { identityText } from '#lib/messages/identities.ts'
import { notAllowed, type Right } from '#lib/rights.ts'
import { confirm } from '#ui/confirm.tsx'

import { isUnderWay, refusalKey, startBulk, useBulkRun } from './bulk-store.ts'
import { BULK_LIMIT, type BulkAction, type BulkItem } from './bulk.ts'

const text = identityText.bulk
/** isc-facts §2: all of /identities-accounts takes this level alone. */
const right: Right = { levels: ['ORG_ADMIN'] }
const NAMES_SHOWN = 5

/** Enable and disable for one identity or many: the same rules, the same question, the same run. */
export function useLogInSwitch(items: BulkItem[]) {
  const client = useQueryClient()
  const operator = useQuery(sessionQuery).data?.operator
  const refused = useQuery(refusedActionsQuery).data
  const isBusy = isUnderWay(useBulkRun())

  /** Why it is not possible now; undefined where it is. */
  function blocked(action: BulkAction): string | undefined {
    const lacking = notAllowed(right, operator, refused[refusalKey(action)])
    if (lacking !== undefined) return lacking
    if (items.length > BULK_LIMIT) return text.tooMany(BULK_LIMIT)
    return isBusy ? text.busy : undefined
  }

  async function start(action: BulkAction): Promise<void> {
    const names = items.slice(0, NAMES_SHOWN).map(({ name }) => name)
    const isDisable = action === 'disable'
    const count = items.length
    const isSure = await confirm({
      title: isDisable ? text.confirmDisable(count) : text.confirmEnable(count),
      body: [
        text.names(names, count - names.length),
        isDisable ? text.whatDisable : text.whatEnable,
      ],
      button: isDisable ? text.disable(count) : text.enable(count),
      isDestructive: isDisable,
    })
    if (isSure) await startBulk(client, action, items)
  }
  return { blocked, start }
}
