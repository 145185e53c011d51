import { useQuery } from '@tanstack/react-query'

import type { Account } from '#api/client.ts'
import { refusedActionsQuery, sessionQuery } from '#features/session/queries.ts'
import { sourcesQuery } from '#features/sources/queries.ts'

import { refusalKey } from './action-rules.ts'
import type { ActionContext } from './actions.ts'
import { usePending } from './pending.ts'

/** What is known beside the account about whether an action on it is possible now. */
export function useActionContext(account: Account | undefined): ActionContext {
  const session = useQuery(sessionQuery)
  const sources = useQuery(sourcesQuery)
  const refused = useQuery(refusedActionsQuery)
  return {
    operator: session.data?.operator,
    source: sources.data?.find((source) => source.id === account?.sourceId),
    pending: usePending(account?.id ?? ''),
    refused: (action) => refused.data[refusalKey(action)],
  }
}
