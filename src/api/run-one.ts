import { reasonText } from '#lib/messages/reasons.ts'
import { newUuid } from '#lib/uuid.ts'

import type { components } from './console-schema.d.ts'
import { actOnOne, isUnderWay, newsOf, runItems, type NewPlan, type RunItem } from './run-plan.ts'

export type RunAction = components['schemas']['RunAction']
/** On what an identity logs in to the tenant with. */
export type LogInAction = Extract<RunAction, 'enableLogIn' | 'disableLogIn'>

/** What became of the one account of a run; or why its plan sends nothing, in words for the operator. */
export type OneVerdict = { is: 'settled'; item: RunItem } | { is: 'kept'; words: string }

/**
 * Starts a run that is about one account and follows it to the account's verdict, for as
 * long as that takes: the run goes on in the console whatever happens here. Throws where it was not
 * started.
 */
export async function runOne(body: NewPlan): Promise<OneVerdict> {
  const { run, kept } = await actOnOne(newUuid(), body)
  if (!run) return { is: 'kept', words: kept ? reasonText(kept) : '' }
  return { is: 'settled', item: await settled(run.id) }
}

async function settled(runId: string): Promise<RunItem> {
  const news = newsOf(runId)
  try {
    while (true) {
      const [item] = (await runItems(runId)) ?? []
      if (item && !isUnderWay(item)) return item
      await news.next()
    }
  } finally {
    news.stop()
  }
}
