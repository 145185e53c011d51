import { Suspense } from 'react'

import { lazyPart } from '#lib/lazy-part.ts'

import type { ColumnChoice } from './use-columns.ts'

const ColumnsButton = lazyPart(async () => (await import('./columns-button.tsx')).ColumnsButton)

/** The choice of columns, fetched and shown once the rows are there. */
export function ListColumns({ choice, isShown }: { choice: ColumnChoice; isShown: boolean }) {
  if (!isShown) return null
  return (
    <Suspense>
      <ColumnsButton choice={choice} />
    </Suspense>
  )
}
