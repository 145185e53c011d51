import { IconPlus } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { compareText as text } from '#lib/messages/compare.ts'
import { Button } from '#ui/button.tsx'
import { NothingYet, SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { PageHeader } from '#ui/page-header.tsx'

import { allEntitlementsQuery } from '../entitlement-queries.ts'
import { accountQuery } from '../queries.ts'
import { CompareTable } from './compare-table.tsx'
import { mostCompared, parseIds } from './compare.ts'

import classes from './compare.module.css'

const ComparePicker = lazyPart(async () => (await import('./compare-picker.tsx')).ComparePicker)

export function loader({ request }: LoaderFunctionArgs) {
  // The page shows what fails.
  for (const id of parseIds(new URL(request.url).searchParams)) {
    queryClient.query(accountQuery(id)).catch(() => {})
  }
  return null
}

/** Two to four accounts side by side; the address says which, and whether all rows are shown. */
export function Component() {
  const [params, setParams] = useSearchParams()
  const [isPicking, setPicking] = useState(false)
  const ids = parseIds(params)
  const areAllShown = params.get('all') === '1'
  const accounts = useQueries({
    queries: ids.map((id) => ({ ...accountQuery(id), throwOnError: false })),
  })
  const held = useQueries({ queries: ids.map((id) => allEntitlementsQuery(id)) })
  const read = accounts.flatMap(({ data }) => data ?? [])

  function change(nextIds: string[], all = areAllShown) {
    const next = new URLSearchParams({ ids: nextIds.join(','), ...(all && { all: '1' }) })
    setParams(next, { replace: true, preventScrollReset: true })
  }
  return (
    <>
      <PageHeader title={text.title} count={ids.length}>
        {ids.length > 0 && ids.length < mostCompared && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setPicking(true)}
          >
            {text.add}
          </Button>
        )}
      </PageHeader>
      {ids.length === 0 && (
        <NothingYet title={text.none} text={text.noneText}>
          <Button onClick={() => setPicking(true)}>{text.add}</Button>
        </NothingYet>
      )}
      {accounts.map(({ error, data, refetch }, at) =>
        error && !data ? (
          <ErrorPanel
            key={ids[at]}
            problem={{ ...explain(error), title: text.failed(ids[at] ?? '') }}
            onRetry={() => void refetch()}
          >
            <Button variant="default" onClick={() => change(ids.filter((_id, of) => of !== at))}>
              {text.leaveOut}
            </Button>
          </ErrorPanel>
        ) : null,
      )}
      {accounts.some(({ isPending }) => isPending) && <SkeletonLines />}
      {read.length > 0 && read.length === ids.length && (
        <div className={classes.page}>
          <label className={classes.choice}>
            <input
              type="checkbox"
              className={classes.check}
              checked={!areAllShown}
              onChange={(event) => change(ids, !event.currentTarget.checked)}
            />
            {text.differencesOnly}
          </label>
          <CompareTable
            accounts={read}
            held={held.map(({ data, isPending }) => (isPending ? 'coming' : data))}
            areAllShown={areAllShown}
            onLeaveOut={(id) => change(ids.filter((each) => each !== id))}
          />
        </div>
      )}
      {isPicking && (
        <Suspense>
          <ComparePicker
            compared={read}
            onClose={() => setPicking(false)}
            onChoose={(id) => {
              setPicking(false)
              change([...ids, id])
            }}
          />
        </Suspense>
      )}
    </>
  )
}
