import { useMutation, useMutationState, useQuery } from '@tanstack/react-query'

import type { LogInAction, OneVerdict } from '#api/run-one.ts'
import { refusedActionsQuery, sessionQuery } from '#features/session/queries.ts'
import { identityText } from '#lib/messages/identities.ts'
import { notAllowed, type Right } from '#lib/rights.ts'
import { confirm } from '#ui/confirm.tsx'

import { refusalKey, switchLogIn } from './log-in.ts'

const text = identityText.logIn
/** isc-facts §2: all of /identities-accounts takes this level alone. */
const right: Right = { levels: ['ORG_ADMIN'] }

/** Why the operator may not switch log-ins at all; undefined where they may. */
export function useLogInRefusal() {
  const operator = useQuery(sessionQuery).data?.operator
  const refused = useQuery(refusedActionsQuery).data
  return (action: LogInAction) => notAllowed(right, operator, refused[refusalKey(action)])
}

/** What became of the last switch of an identity's log-in, since the page was loaded. */
export type LastSwitch =
  | { is: 'pending' }
  | { is: 'refused'; error: Error }
  | { is: 'ended'; verdict: OneVerdict }

/** Enables and disables the log-in of one identity. */
export function useLogInSwitch({ id, name }: { id: string; name: string }) {
  const { mutate } = useMutation(switchLogIn)
  const refusal = useLogInRefusal()
  const last = useLastSwitch(id)

  /** Why it is not possible now; undefined where it is. */
  const blocked = (action: LogInAction): string | undefined =>
    refusal(action) ?? (last?.is === 'pending' ? text.busy : undefined)

  async function start(action: LogInAction): Promise<void> {
    const isDisable = action === 'disableLogIn'
    const isSure = await confirm({
      title: isDisable ? text.confirmDisable(name) : text.confirmEnable(name),
      body: isDisable ? text.whatDisable : text.whatEnable,
      button: isDisable ? text.disable : text.enable,
      isDestructive: isDisable,
    })
    if (isSure) mutate({ action, id })
  }
  return { blocked, start, last }
}

/** Outside the page, so that it goes on while other pages are looked at. */
function useLastSwitch(id: string): LastSwitch | undefined {
  const { mutationKey } = switchLogIn
  return useMutationState({
    filters: { mutationKey },
    select: ({ state: { status, variables, data, error } }) => ({
      // Each is of this kind, as its key says.
      of: (variables as { id: string } | undefined)?.id,
      last: lastOf(status, data as OneVerdict | undefined, error),
    }),
  }).findLast(({ of }) => of === id)?.last
}

function lastOf(
  status: string,
  verdict: OneVerdict | undefined,
  error: Error | null,
): LastSwitch | undefined {
  if (status === 'pending') return { is: 'pending' }
  if (error) return { is: 'refused', error }
  return verdict && { is: 'ended', verdict }
}
