import { consoleApi, ok } from './client.ts'
import type { components } from './console-schema.d.ts'
import { ApiError, isUnreachable } from './errors.ts'
import { onRunChanged } from './events.ts'

type Schemas = components['schemas']
export type RunAction = Schemas['RunAction']
/** On what an identity logs in to the tenant with. */
export type LogInAction = Extract<RunAction, 'enableLogIn' | 'disableLogIn'>
export type RunItem = Schemas['RunItem']

/** What became of the one account of a run; or why its plan sends nothing, in words for the operator. */
export type OneVerdict = { is: 'settled'; item: RunItem } | { is: 'kept'; words: string }

/** Where no event tells of the run, it is looked at so often. */
const LOOK_MS = 2000
const TRIES = 5
const PAUSE_MS = 1000

/**
 * Starts a run of a plan that is about one account and follows it to the account's verdict, for as long as that takes: the
 * run goes on in the console whatever happens here. Throws where it was not started.
 */
export async function runOne(body: Schemas['NewPlan']): Promise<OneVerdict> {
  const { data: plan } = await ok(consoleApi.POST('/runs/plans', { body }))
  if (plan.sends === 0) return { is: 'kept', words: await whyKept(plan.id) }
  const run = await started(plan)
  return { is: 'settled', item: await settled(run.id) }
}

async function whyKept(planId: string): Promise<string> {
  const params = { path: { id: planId }, query: { limit: 1 } }
  const { data } = await ok(consoleApi.GET('/runs/plans/{id}/items', { params }))
  return data.items[0]?.reason?.text ?? ''
}

/** A plan starts one run, however often that is asked for: a lost answer loses nothing. */
async function started({ id: planId, sends: count }: Schemas['Plan']): Promise<Schemas['Run']> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await ok(consoleApi.POST('/runs', { body: { planId, count } }))).data
    } catch (error) {
      if (tries === TRIES || !isUnreachable(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}

async function settled(runId: string): Promise<RunItem> {
  const news = newsOf(runId)
  try {
    while (true) {
      const item = await itemOf(runId)
      if (item && !underWay.has(item.state)) return item
      await news.next()
    }
  } finally {
    news.stop()
  }
}

const underWay = new Set<RunItem['state']>(['planned', 'sent', 'accepted'])

/** Undefined where the console cannot be asked now. */
async function itemOf(id: string): Promise<RunItem | undefined> {
  try {
    const params = { path: { id }, query: { limit: 1 } }
    return (await ok(consoleApi.GET('/runs/{id}/items', { params }))).data.items[0]
  } catch (error) {
    if (error instanceof ApiError && error.status !== 404) return undefined
    throw error
  }
}

/** `next` resolves once the run is told of, which may have been before it was asked, or after a while. */
function newsOf(runId: string) {
  let isTold = false
  let wake = () => {}
  const stop = onRunChanged((run) => {
    if (run && run.id !== runId) return
    isTold = true
    wake()
  })
  return {
    stop,
    async next(): Promise<void> {
      let timer: ReturnType<typeof setTimeout> | undefined
      await new Promise<void>((resolve) => {
        wake = resolve
        if (isTold) resolve()
        timer = setTimeout(resolve, LOOK_MS)
      })
      clearTimeout(timer)
      isTold = false
    },
  }
}
