import {
  infiniteQueryOptions,
  mutationOptions,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'
import type { components } from '#api/console-schema.d.ts'
import { uncorrelatedText as text } from '#lib/messages/uncorrelated.ts'

import { keys } from './queries.ts'
import { hideMarked, showMarked } from './set-aside.ts'

type Schemas = components['schemas']
export type NotPerson = Schemas['NotPerson']
type Page = Schemas['NotPersons']

const PAGE = 100

/** What all operators have marked, the last one first. */
export const notPersonsQuery = infiniteQueryOptions({
  queryKey: [...keys.all, 'not-persons'],
  queryFn: async ({ signal, pageParam: offset }): Promise<Page> => {
    const query = { limit: PAGE, offset }
    return (await ok(consoleApi.GET('/uncorrelated/not-persons', { params: { query }, signal })))
      .data
  },
  initialPageParam: 0,
  getNextPageParam: ({ items, total }, pages) => {
    const loaded = pages.reduce((sum, page) => sum + page.items.length, 0)
    return items.length > 0 && loaded < total ? loaded : undefined
  },
  throwOnError: false,
  meta: { quiet: true },
})

/** The row goes at once, and comes back where the server refuses. */
export const markNotPerson = mutationOptions({
  mutationKey: [...keys.all, 'mark'],
  meta: { failed: text.markFailed },
  mutationFn: async (accountId: string) => {
    await ok(
      consoleApi.PUT('/uncorrelated/not-persons/{accountId}', { params: { path: { accountId } } }),
    )
  },
  onMutate: (id) => hideMarked(id),
  onError: (_error, id) => showMarked(id),
  onSuccess: async (_nothing, id, _result, { client }) => {
    await readAgain(client)
    // From here on the server leaves it out, until somebody puts it back.
    showMarked(id)
  },
})

export const putBackNotPerson = mutationOptions({
  mutationKey: [...keys.all, 'put-back'],
  meta: { failed: text.putBackFailed },
  mutationFn: async (accountId: string) => {
    const params = { path: { accountId } }
    await ok(consoleApi.DELETE('/uncorrelated/not-persons/{accountId}', { params }))
  },
  onSuccess: (_nothing, id, _result, { client }) => {
    client.setQueryData(notPersonsQuery.queryKey, (data) => data && without(data, id))
    void readAgain(client)
  },
  // Another operator may have been quicker: the list has to show that.
  onError: (_error, _id, _result, { client }) => void readAgain(client),
})

const readAgain = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: [...keys.all, 'list'] }),
    client.invalidateQueries({ queryKey: notPersonsQuery.queryKey }),
  ])

const without = <Param>(data: InfiniteData<Page, Param>, id: string): typeof data => ({
  ...data,
  pages: data.pages.map((page) => {
    const items = page.items.filter(({ account }) => account.id !== id)
    return { ...page, items, total: page.total - (page.items.length - items.length) }
  }),
})
