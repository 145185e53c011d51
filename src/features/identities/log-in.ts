import { mutationOptions } from '@tanstack/react-query'

import { ApiError } from '#api/errors.ts'
import { runOne, type LogInAction } from '#api/run-one.ts'
import { learnRefusal } from '#features/session/queries.ts'

import { identityKeys } from './queries.ts'

export const refusalKey = (action: LogInAction) => `identities-${action}`

type Switch = { action: LogInAction; id: string }

/** Enables or disables the log-in of one identity by a run, which it follows to its verdict. */
export const switchLogIn = mutationOptions({
  mutationKey: [...identityKeys.all, 'log-in'],
  mutationFn: ({ action, id }: Switch) => runOne({ action, selection: { identityIds: [id] } }),
  // Offline it has to fail now, rather than be sent unasked once the network is back.
  networkMode: 'always',
  onSuccess: (verdict, { action }, _result, { client }) => {
    if (verdict.is === 'settled' && verdict.item.status === 403) {
      learnRefusal(client, refusalKey(action), verdict.item.words ?? '')
    }
  },
  onError: (error, { action }, _result, { client }) => {
    if (error instanceof ApiError && error.status === 403) {
      learnRefusal(client, refusalKey(action), error.text)
    }
  },
  // The run has had the identity read again.
  onSettled: (_verdict, _error, _switch, _result, { client }) =>
    client.invalidateQueries({ queryKey: identityKeys.all }),
})
