import type { QueryClient } from '@tanstack/react-query'

import type { Account } from '#api/client.ts'
import { confirm } from '#ui/confirm.tsx'

import type { AccountAction } from './actions.ts'
import { startAction } from './mutations.ts'

/** Asks where the action asks, then starts it. */
export async function requestAction(client: QueryClient, action: AccountAction, account: Account) {
  const question = action.confirm?.(account)
  if (question && !(await confirm({ ...question, isDestructive: true }))) return
  void startAction(client, action, account)
}
