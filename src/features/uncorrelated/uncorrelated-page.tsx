import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

import { explain } from '#api/explain.ts'
import { useIndexState, useRefreshIndex } from '#api/index-state.ts'
import { queryClient } from '#api/query-client.ts'
import { fetchParts } from '#lib/lazy-part.ts'
import { uncorrelatedText as text } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'
import { NothingYet, SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { IndexFreshness } from '#ui/index-freshness.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TabBar } from '#ui/tabs.tsx'

import { AcceptDialog } from './accept-dialog.tsx'
import { useOutcome } from './accept-store.ts'
import { BenchTable } from './bench-table.tsx'
import { CsvButtons } from './csv-buttons.tsx'
import { IdentityPicker } from './identity-picker.tsx'
import { NotPersonList } from './not-person-list.tsx'
import { notPersonsQuery } from './not-persons.ts'
import { OutcomePanel } from './outcome-panel.tsx'
import { itemOf } from './proposal.ts'
import { PAGE, type Uncorrelated } from './queries.ts'
import { SelectBar } from './select-bar.tsx'
import type { Aside } from './set-aside.ts'
import { SkippedList } from './skipped-list.tsx'
import { benchQuery, useBench } from './use-bench.ts'

import classes from './uncorrelated-page.module.css'

/** Starts the question and does not wait: the page shows what fails. */
export function loader() {
  queryClient.infiniteQuery(benchQuery).catch(() => {})
  return null
}

export function Component() {
  const [params] = useSearchParams()
  const why = asideOf(params.get('show'))
  const bench = useBench()
  const outcome = useOutcome()
  const index = useIndexState()
  const { refresh, isRefreshing } = useRefreshIndex()
  const { list, aside } = bench
  const marked = useInfiniteQuery(notPersonsQuery).data?.pages[0]?.total ?? 0
  const first = list.data?.pages[0]
  const tab = (id: Aside | undefined, label: string) => ({
    id: id ?? 'open',
    to: { search: id ? `?show=${id}` : '' },
    label,
    isCurrent: why === id,
  })
  const counted = (id: Aside, count: number) =>
    count > 0 ? text.views.count(text.views[id], count) : text.views[id]

  return (
    <div className={classes.page}>
      <PageHeader title={text.title} count={first && first.total - bench.done}>
        <IndexFreshness
          state={index}
          isRefreshing={isRefreshing || list.isRefetching}
          onRefresh={() => {
            refresh()
            void list.refetch()
          }}
        />
      </PageHeader>
      <div className={classes.tools}>
        <TabBar
          label={text.views.label}
          tabs={[
            tab(undefined, text.views.open),
            tab('skipped', counted('skipped', aside.skipped.size)),
            tab('machine', counted('machine', marked)),
          ]}
        />
        {!why && (
          <CsvButtons
            rows={bench.rows}
            decisions={bench.decisions}
            isWhole={first?.partial === false}
            onCorrelate={(items) => void bench.accept(items)}
          />
        )}
      </div>
      {outcome.isShown && <OutcomePanel outcome={outcome} />}
      {why === 'skipped' && <SkippedList ids={aside.skipped} />}
      {why === 'machine' && <NotPersonList />}
      {!why && <Bench bench={bench} />}
    </div>
  )
}

const asideOf = (show: string | null): Aside | undefined =>
  show === 'skipped' || show === 'machine' ? show : undefined

type BenchState = ReturnType<typeof useBench>

function Bench({ bench }: { bench: BenchState }) {
  const { list, rows, selected } = bench
  const [choosing, setChoosing] = useState<Uncorrelated>()
  const [isAsking, setAsking] = useState(false)
  const { data, error, refetch, hasNextPage, isFetchingNextPage } = list
  useEffect(() => {
    if (data) fetchParts()
  }, [data])
  if (!data) {
    if (error) return <ErrorPanel problem={explain(error)} onRetry={() => void refetch()} />
    return <SkeletonLines />
  }
  return (
    <>
      <Notices bench={bench} />
      {rows.length > 0 ? (
        <BenchTable
          rows={rows}
          decisions={bench.decisions}
          verdicts={bench.verdicts}
          blocked={bench.blocked}
          onAccept={(row, owner) => void bench.accept([itemOf(row, owner)])}
          onChoose={setChoosing}
          onSelect={bench.select}
          onSelectClear={bench.selectClear}
          onSelectNone={bench.selectNone}
          onAside={bench.setAside}
        />
      ) : (
        !hasNextPage && <NoRows page={data.pages[0]} />
      )}
      {hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            aria-disabled={isFetchingNextPage || undefined}
            onClick={() => void list.fetchNextPage()}
          >
            {isFetchingNextPage ? text.loadingMore : text.more(PAGE)}
          </Button>
        </div>
      )}
      {selected.length > 0 && (
        <SelectBar
          count={selected.length}
          onAccept={() => setAsking(true)}
          onNone={bench.selectNone}
        />
      )}
      {isAsking && (
        <AcceptDialog
          items={selected}
          onClose={() => setAsking(false)}
          onAccept={() => {
            setAsking(false)
            void bench.accept(selected)
          }}
        />
      )}
      {choosing && (
        <IdentityPicker
          row={choosing}
          onClose={() => setChoosing(undefined)}
          onChoose={(owner) => {
            bench.choose(choosing, owner)
            setChoosing(undefined)
          }}
        />
      )}
    </>
  )
}

/** What is to be known of the rows: a part only, or out of date. */
function Notices({ bench: { list } }: { bench: BenchState }) {
  const { data, error } = list
  const last = data?.pages.at(-1)
  if (error) return <Notice>{text.notUpToDate(error.message)}</Notice>
  if (!last?.partial) return null
  const { index, identities } = last
  if (!index.complete) return <Notice>{text.partial(index.read, index.total)}</Notice>
  const { problem } = identities
  return <Notice>{problem ? text.peopleUnread(problem) : text.peoplePartial}</Notice>
}

type Page = NonNullable<BenchState['list']['data']>['pages'][number]

/** None at all, none so far, and none that is left are three different things. */
function NoRows({ page }: { page: Page | undefined }) {
  const { empty } = text
  if (!page?.index.complete) return <NothingYet title={empty.noneYet} text={empty.noneYetText} />
  if (page.total > 0) return <NothingYet title={empty.allDone} text={empty.allDoneText} />
  return <NothingYet title={empty.none} text={empty.noneText} />
}
