import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'

import type { Source } from '#api/client.ts'
import { refusedActionsQuery, sessionQuery } from '#features/session/queries.ts'
import { createText as text } from '#lib/messages/create-account.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Hidden } from '#ui/hidden.tsx'

import { CREATE, isFlatFile, mayNotCreate } from '../action-rules.ts'
import { newAccountPath } from '../links.ts'

/** Leads to the form of a new account where the source takes one; where the operator may not, it says why. */
export function NewAccountButton({ source }: { source: Pick<Source, 'id' | 'type'> }) {
  const reasonId = useId()
  const session = useQuery(sessionQuery)
  const refused = useQuery(refusedActionsQuery)
  if (!isFlatFile(source.type)) return null
  const reason = mayNotCreate(session.data?.operator, refused.data[CREATE])
  if (reason === undefined)
    return <ButtonLink to={newAccountPath(source.id)}>{text.action}</ButtonLink>
  return (
    <>
      <Button variant="default" aria-disabled aria-describedby={reasonId} title={reason}>
        {text.action}
      </Button>
      <Hidden>
        <span id={reasonId}>{reason}</span>
      </Hidden>
    </>
  )
}
