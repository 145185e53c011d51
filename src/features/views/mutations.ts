import { mutationOptions, type QueryClient } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'
import type { components } from '#api/console-schema.d.ts'
import { viewText } from '#lib/messages/views.ts'

import { viewKeys, viewsQuery } from './queries.ts'
import type { View } from './state.ts'

type Schemas = components['schemas']
type Change = { id: string; change: Schemas['ViewChange'] }

async function patch({ id, change }: Change): Promise<View> {
  const params = { path: { id } }
  return (await ok(consoleApi.PATCH('/views/{id}', { params, body: change }))).data
}

/** The form shows what fails. */
export const createView = mutationOptions({
  mutationKey: [...viewKeys.all, 'create'],
  mutationFn: async (view: Schemas['NewView']): Promise<View> =>
    (await ok(consoleApi.POST('/views', { body: view }))).data,
  onSuccess: (view, _asked, _result, { client }) => put(client, view),
})

/** The form shows what fails. */
export const renameView = mutationOptions({
  mutationKey: [...viewKeys.all, 'rename'],
  mutationFn: patch,
  onSuccess: (view, _asked, _result, { client }) => put(client, view),
})

export const changeView = mutationOptions({
  mutationKey: [...viewKeys.all, 'change'],
  meta: { failed: viewText.failed },
  mutationFn: patch,
  onSuccess: (view, _asked, _result, { client }) => put(client, view),
  // It may be gone: then the menu has to show that.
  onError: (_error, _asked, _result, { client }) => readAgain(client),
})

export const deleteView = mutationOptions({
  mutationKey: [...viewKeys.all, 'delete'],
  meta: { failed: viewText.deleteFailed },
  mutationFn: async ({ id }: View) => {
    await ok(consoleApi.DELETE('/views/{id}', { params: { path: { id } } }))
  },
  onSuccess: (_nothing, { id }, _result, { client }) => {
    client.setQueryData(viewsQuery.queryKey, (views) => views?.filter((view) => view.id !== id))
    readAgain(client)
  },
  onError: (_error, _view, _result, { client }) => readAgain(client),
})

/** Shows what the server answered at once; what else it changed comes with the next read. */
function put(client: QueryClient, view: View): void {
  client.setQueryData(viewsQuery.queryKey, (views) => views && withView(views, view))
  readAgain(client)
}

const readAgain = (client: QueryClient) => void client.invalidateQueries({ queryKey: viewKeys.all })

/** A list has one default: a new one takes the place of the one before. */
export function withView(views: View[], view: View): View[] {
  const others = views
    .filter(({ id }) => id !== view.id)
    .map((other) =>
      view.isDefault && other.list === view.list ? { ...other, isDefault: false } : other,
    )
  return [...others, view].toSorted((a, b) => a.name.localeCompare(b.name))
}
