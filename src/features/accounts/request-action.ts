import type { QueryClient } from '@tanstack/react-query'

import type { Account } from '#api/client.ts'
import { confirm } from '#ui/confirm.tsx'

import type { AccountAction } from './actions.ts'
import { startAction } from './mutations.ts'

/** Asks where the action asks, then starts it. False where the answer was no. */
export async function requestAction(
  client: QueryClient,
  action: AccountAction,
  account: Account,
): Promise<boolean> {
  const question = action.confirm?.(account)
  const isDestructive = action.destructive ?? false
  if (question && !(await confirm({ ...question, isDestructive }))) return false
  void startAction(client, action, account)
  return true
}
