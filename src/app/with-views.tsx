import { Suspense } from 'react'
import { Outlet, type LoaderFunctionArgs, type RouteObject } from 'react-router'

import { openList } from '#features/views/open-list.ts'
import type { ViewedList } from '#features/views/state.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { HeaderSlot } from '#ui/header-slot.ts'

const ViewsMenu = lazyPart(async () => (await import('#features/views/views-menu.tsx')).ViewsMenu)

type ListRoute = RouteObject & { loader?: (args: LoaderFunctionArgs) => null }

/** A list, its default view, and the menu of its views in the header. */
export function withViews(list: ViewedList, { loader, ...route }: ListRoute): RouteObject {
  const menu = (
    <Suspense>
      <ViewsMenu list={list} />
    </Suspense>
  )
  return {
    // Loaders run side by side, and a list that is not shown would be asked for beside its default.
    loader: async (args) => (await openWithDefault(list, args)) ?? loader?.(args) ?? null,
    element: (
      <HeaderSlot value={menu}>
        <Outlet />
      </HeaderSlot>
    ),
    children: [route],
  }
}

/**
 * Opened by its bare address, a list opens with the operator's default view: before anything is
 * shown, so that no other rows flash by. Any query wins over the default.
 */
async function openWithDefault(list: ViewedList, { request }: LoaderFunctionArgs) {
  const { pathname, search, href } = new URL(request.url)
  if (search || pathname.replace(/\/$/, '') !== `/${list}`) return null
  return openList(list, href)
}
