import { useQuery } from '@tanstack/react-query'

import { refusedActionsQuery, sessionQuery } from '#features/session/queries.ts'
import { notAllowed, type Right } from '#lib/rights.ts'

const right: Right = {
  levels: ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN'],
  scope: 'idn:sources:manage',
}

/** Under which the session keeps that the tenant has refused it. */
export const AGGREGATE = 'source-aggregate'

/** Why this operator cannot aggregate a source; undefined where nothing speaks against it. */
export function useNotAllowed(): string | undefined {
  const session = useQuery(sessionQuery)
  const refused = useQuery(refusedActionsQuery)
  return notAllowed(right, session.data?.operator, refused.data[AGGREGATE])
}
