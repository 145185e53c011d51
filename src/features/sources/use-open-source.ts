import { IconRefresh } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMatch } from 'react-router'

import { sourceText } from '#lib/messages/sources.ts'
import type { OpenThing } from '#lib/open-action.ts'

import { sourceName } from './columns.tsx'
import { startLoad } from './load-store.ts'
import { sourceQuery } from './queries.ts'
import { useBlocked } from './use-aggregation.ts'

const text = sourceText.aggregation

/** The source whose page is open, and what can be done with it; undefined where none is. */
export function useOpenSource(): OpenThing | undefined {
  const client = useQueryClient()
  const id = useMatch('/sources/:id/*')?.params.id ?? ''
  // The page has it already, or nothing is offered.
  const { data: source } = useQuery({ ...sourceQuery(id), enabled: false })
  const { reason, isStarting } = useBlocked(source)
  if (!source) return undefined
  const name = sourceName(source)
  const aggregate = {
    id: 'aggregate-source',
    label: text.start,
    icon: IconRefresh,
    blocked: reason ?? (isStarting ? text.running : undefined),
    run: () => void startLoad(client, { id, name }),
  }
  return { id, name, actions: [aggregate] }
}
