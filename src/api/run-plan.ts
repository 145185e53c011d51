import { sentence } from '#lib/messages/sentences.ts'

import { consoleApi, ok } from './client.ts'
import type { components } from './console-schema.d.ts'
import { ApiError, isUnreachable } from './errors.ts'
import { onRunChanged } from './events.ts'

type Schemas = components['schemas']
export type NewPlan = Schemas['NewPlan']
export type Plan = Schemas['Plan']
export type PlanItem = Schemas['PlanItem']
export type RunItem = Schemas['RunItem']
export type AttributeValue = Schemas['AttributeValue']

/** Where no event tells of a run, it is looked at so often. */
const LOOK_MS = 2000
const TRIES = 5
const PAUSE_MS = 1000
const PAGE = 250

/** Nothing is sent to the tenant by it. */
export const planOf = async (body: NewPlan): Promise<Plan> =>
  (await ok(consoleApi.POST('/runs/plans', { body }))).data

/** All of its accounts, in their order. */
export function planItems(id: string): Promise<PlanItem[]> {
  return everyPage(async (query) => {
    const params = { path: { id }, query }
    return (await ok(consoleApi.GET('/runs/plans/{id}/items', { params }))).data.items
  })
}

/** A plan starts one run, however often that is asked for: a lost answer loses nothing. */
export const startRun = ({ id: planId, sends: count }: Plan): Promise<Schemas['Run']> =>
  untilReached(async () => (await ok(consoleApi.POST('/runs', { body: { planId, count } }))).data)

/** Plans and starts what is about one account. The same `id` starts one run, as above. */
export const actOnOne = (id: string, body: NewPlan): Promise<Schemas['RunOfOne']> =>
  untilReached(async () => {
    const params = { path: { id } }
    // Whoever leaves the page at this moment has acted all the same.
    const { data } = await ok(consoleApi.PUT('/runs/{id}', { params, body, keepalive: true }))
    return data
  })

async function untilReached<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (tries === TRIES || !isUnreachable(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}

/** Undefined where the console cannot be asked now. */
export async function runItems(id: string): Promise<RunItem[] | undefined> {
  try {
    return await everyPage(async (query) => {
      const params = { path: { id }, query }
      const { items } = (await ok(consoleApi.GET('/runs/{id}/items', { params }))).data
      return items.map((item) => ({ ...item, words: item.words && sentence(item.words) }))
    })
  } catch (error) {
    if (error instanceof ApiError && error.status !== 404) return undefined
    throw error
  }
}

type Window = { limit: number; offset: number }

async function everyPage<T>(read: (page: Window) => Promise<T[]>): Promise<T[]> {
  const all: T[] = []
  while (true) {
    const items = await read({ limit: PAGE, offset: all.length })
    all.push(...items)
    if (items.length < PAGE) return all
  }
}

const underWay = new Set<RunItem['state']>(['planned', 'sent', 'accepted'])
export const isUnderWay = ({ state }: RunItem): boolean => underWay.has(state)

/** `next` resolves once the run is told of, which may have been before it was asked, or after a while. */
export function newsOf(runId: string) {
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
