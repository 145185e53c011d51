import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { PAGE_SIZE } from '#ui/row-pages.ts'

import { identityKeys, identityPageQuery, type ListedIdentity, type ListedPage } from './queries.ts'
import type { IdentityList } from './search.ts'

/** Where an identity stands in the list that was looked at, and who stands beside it. */
export type Neighbours = {
  /** From 0. */
  at: number
  total: number
  before: ListedIdentity | undefined
  after: ListedIdentity | undefined
}

/** The list that was on screen last: what is next or before is meant in its order. */
let lastList: IdentityList | undefined

export function rememberList(list: IdentityList): void {
  lastList = list
}

const nobody: IdentityList = { q: '', filters: {}, sort: 'name' }

/**
 * Undefined for an identity that was not opened from a list. One that leaves its list meanwhile, as
 * by an action on it, keeps the neighbours that it had.
 */
export function useNeighbours(id: string): Neighbours | undefined {
  const client = useQueryClient()
  const [list] = useState(lastList)
  const place = list && placeIn(client, list, id)
  const [kept, keep] = useState<{ id: string; neighbours: Neighbours }>()

  const page = place?.page ?? 0
  const isFirst = place?.index === 0
  const isLast = place !== undefined && place.index === place.items.length - 1
  const query = (at: number, isWanted: boolean) => ({
    ...identityPageQuery(list ?? nobody, at),
    enabled: list !== undefined && isWanted,
    throwOnError: false,
  })
  // Looked at so that it stays, and is read again like any other that is on screen.
  useQuery(query(page, place !== undefined))
  const above = useQuery(query(page - 1, isFirst && page > 0))
  const below = useQuery(query(page + 1, isLast && (page + 1) * PAGE_SIZE < (place?.total ?? 0)))

  if (!place) return kept?.id === id ? kept.neighbours : undefined
  const neighbours: Neighbours = {
    at: page * PAGE_SIZE + place.index,
    total: place.total,
    before: isFirst
      ? page > 0
        ? above.data?.items.at(-1)
        : undefined
      : place.items[place.index - 1],
    after: isLast ? below.data?.items[0] : place.items[place.index + 1],
  }
  if (kept?.id !== id || !isSame(kept.neighbours, neighbours)) keep({ id, neighbours })
  return neighbours
}

const isSame = (one: Neighbours, other: Neighbours) =>
  one.at === other.at &&
  one.total === other.total &&
  one.before?.id === other.before?.id &&
  one.after?.id === other.after?.id

/** Among the pages of the list that are there. */
function placeIn(client: QueryClient, list: IdentityList, id: string) {
  const pages = client.getQueriesData<ListedPage>({ queryKey: [...identityKeys.lists(), list] })
  for (const [key, data] of pages) {
    const index = data?.items.findIndex((identity) => identity.id === id) ?? -1
    if (data && index >= 0) {
      return { page: Number(key.at(-1)), index, items: data.items, total: data.total }
    }
  }
  return undefined
}
