import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Account } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { accountText } from '#lib/messages/account.ts'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'

import { openingActions } from '../actions.ts'
import { useActionContext } from '../use-action-context.ts'
import { EditForm } from './edit-form.tsx'
import { accountSchemaQuery } from './schema-query.ts'

const text = accountText.edit

type Props = { account: Account; onClose: () => void }

/** The form of the attributes, once it is known that it may be shown and what it asks for. */
export function EditLayer({ account, onClose }: Props) {
  const schema = useQuery(accountSchemaQuery(account.sourceId))
  const blocked = openingActions.edit.blocked(account, useActionContext(account))
  const [wasPossible, setWasPossible] = useState(false)
  // What was typed stays while it is sent, and after the tenant has refused it.
  if (blocked === undefined && !wasPossible) setWasPossible(true)
  if (blocked !== undefined && !wasPossible) {
    return <ErrorPanel problem={{ kind: 'forbidden', title: text.title, why: blocked }} />
  }
  if (schema.data) {
    return <EditForm account={account} schema={schema.data} blocked={blocked} onClose={onClose} />
  }
  if (!schema.error) return <SkeletonLines />
  const problem = { ...explain(schema.error), title: text.noSchema }
  return <ErrorPanel problem={problem} onRetry={() => void schema.refetch()} />
}
