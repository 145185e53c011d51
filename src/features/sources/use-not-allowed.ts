import { useQuery } from '@tanstack/react-query'

import { refusedActionsQuery, sessionQuery } from '#features/session/queries.ts'

import { AGGREGATE, notAllowed } from './rights.ts'

/** Why this operator cannot aggregate a source; undefined where nothing speaks against it. */
export function useNotAllowed(): string | undefined {
  const session = useQuery(sessionQuery)
  const refused = useQuery(refusedActionsQuery)
  return notAllowed(session.data?.operator, refused.data[AGGREGATE])
}
