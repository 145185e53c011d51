import { PinnedViews } from '#features/views/pinned-views.tsx'
import type { ViewedList } from '#features/views/state.ts'
import { useNavViews } from '#features/views/use-nav-views.ts'

import { PlaceLink, type PlaceLinkProps } from './place-link.tsx'

type Props = Omit<PlaceLinkProps, 'isCurrent'> & { list: ViewedList }

/** A list opens with its default view, and has its pinned views below it. */
export function ListLink({ list, to, ...link }: Props) {
  const views = useNavViews(list)
  return (
    <>
      <PlaceLink to={views.home ?? to} isCurrent={!views.current} {...link} />
      <PinnedViews views={views} isFolded={link.isFolded} onGo={link.onGo} />
    </>
  )
}
