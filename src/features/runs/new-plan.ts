import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'

import { consoleApi, ok } from '#api/client.ts'
import { queryClient } from '#api/query-client.ts'

import { planPath } from './links.ts'
import { planQuery } from './queries.ts'
import type { NewPlan, RunAction } from './types.ts'

export const usual: RunAction[] = ['aggregate', 'enable', 'disable', 'unlock']
/** What is rare, or cannot be undone, is a step further away. */
export const rare: RunAction[] = ['uncorrelate', 'remove', 'delete']

/** Has a plan made of a selection, and opens it. Nothing is sent to the tenant by it. */
export function useNewPlan() {
  const navigate = useNavigate()
  return useMutation({
    networkMode: 'always',
    mutationFn: async (body: NewPlan) => (await ok(consoleApi.POST('/runs/plans', { body }))).data,
    onSuccess: (plan) => {
      queryClient.setQueryData(planQuery(plan.id).queryKey, plan)
      return navigate(planPath(plan.id))
    },
  })
}
