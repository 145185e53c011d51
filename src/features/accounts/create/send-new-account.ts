import type { QueryClient } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'
import { learnRefusal } from '#features/session/queries.ts'
import { sourceKeys } from '#features/sources/queries.ts'
import { taskKeys } from '#features/tasks/queries.ts'
import { createText as text } from '#lib/messages/create-account.ts'
import { announce } from '#ui/live-region.tsx'
import { toast } from '#ui/toast.ts'

import { CREATE } from '../action-rules.ts'
import { nameOf } from '../name-of.ts'
import { accountKeys, accountQuery } from '../queries.ts'
import { createAccount, type Created } from './create-account.ts'
import type { NewAccount } from './create-fields.ts'

export type Outcome = Created | { is: 'refused'; error: Error }

/**
 * Creates an account and has everything read again that it changes. What became of it is told here
 * where it worked, or where the form has gone that would have said it.
 */
export async function sendNewAccount(
  client: QueryClient,
  wanted: NewAccount,
  sourceName: string,
  isWatched: () => boolean,
): Promise<Outcome> {
  announce(text.creating)
  const outcome = await createAccount(wanted).catch((error: Error): Outcome => ({
    is: 'refused',
    error,
  }))
  if (outcome.is === 'refused' && outcome.error instanceof ApiError) {
    const { status, text: words } = outcome.error
    if (status === 403) learnRefusal(client, CREATE, words)
  }
  if (outcome.is === 'created') {
    client.setQueryData(accountQuery(outcome.account.id).queryKey, outcome.account)
  }
  if (outcome.is === 'created' || !isWatched()) tellOutcome(outcome, sourceName)
  if (outcome.is !== 'refused' && outcome.is !== 'taken') void readAgain(client)
  return outcome
}

function tellOutcome(outcome: Outcome, sourceName: string) {
  if (outcome.is === 'created') {
    const title = text.created(nameOf(outcome.account), sourceName)
    const message = outcome.warnings.join('\n')
    if (message) toast({ tone: 'warning', title, message })
    else toast({ tone: 'good', title })
    return
  }
  const { title, why, trackingId } = wordsOf(outcome)
  toast({
    tone: outcome.is === 'not-confirmed' ? 'warning' : 'bad',
    title,
    message: why,
    ...(trackingId && { trackingId }),
  })
}

type Words = { title: string; why: string; trackingId?: string | undefined }

/** What is said of an account that was not created, or not seen yet. */
export function wordsOf(outcome: Exclude<Outcome, { is: 'created' }>): Words {
  switch (outcome.is) {
    case 'taken':
      return { title: text.taken(outcome.account.nativeIdentity), why: text.takenText }
    case 'failed':
      return { title: text.failed, why: outcome.words || text.failedText }
    case 'not-confirmed':
      return { title: text.notConfirmed, why: text.notConfirmedText }
    case 'refused': {
      const { error } = outcome
      const trackingId = error instanceof ApiError ? error.trackingId : undefined
      return { title: text.failed, why: error.message, trackingId }
    }
  }
}

/** The index meets it by itself a few seconds later, should it not hear of it now. */
async function readAgain(client: QueryClient): Promise<void> {
  const refresh = ok(consoleApi.POST('/index/refresh')).catch(() => undefined)
  const keys = [accountKeys.all, sourceKeys.all, taskKeys.all]
  await Promise.all([refresh, ...keys.map((queryKey) => client.invalidateQueries({ queryKey }))])
}
