import { IconDownload } from '@tabler/icons-react'
import { queryOptions, useMutation } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router'

import { consoleApi, ok } from '#api/client.ts'
import { download } from '#api/download.ts'
import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { runText } from '#lib/messages/runs.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ListLayout } from '#ui/list-layout.tsx'
import { ListStatus } from '#ui/list-status.tsx'
import { ListTools, ListWithoutRows } from '#ui/list-tools.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { RowPage } from '#ui/row-pages.ts'
import { useWindowedRows } from '#ui/use-windowed-rows.ts'

import { auditColumns, type AuditRow } from './audit-columns.tsx'
import {
  auditFilters,
  auditQuery,
  auditSearchToUrl,
  parseAuditSearch,
  type AuditSearch,
} from './audit-search.ts'
import { pageOf, runKeys, windowOf } from './queries.ts'
import { tellFailure } from './tell-failure.ts'

const text = runText.audit

const auditPageQuery = ({ q, filters }: AuditSearch, page: number) =>
  queryOptions({
    queryKey: [...runKeys.all, 'audit', q, filters, page],
    queryFn: async ({ signal }): Promise<RowPage<AuditRow>> => {
      const query = { ...auditQuery({ q, filters }), ...windowOf(page) }
      const { data } = await ok(consoleApi.GET('/audit', { params: { query }, signal }))
      return {
        total: data.total,
        items: data.items.map((item) => ({ ...item, id: String(item.id) })),
      }
    },
    meta: { quiet: true },
  })

/** Starts the question and does not wait: the page shows what fails. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = parseAuditSearch(new URL(request.url).searchParams)
  queryClient.query(auditPageQuery(search, pageOf(search))).catch(() => {})
  return null
}

export function Component() {
  const [search, setSearch] = useUrlState(parseAuditSearch, auditSearchToUrl)
  const entries = useWindowedRows((page) => auditPageQuery(search, page), { firstRow: search.at })
  const { rows, count, isFirstLoad, isPrevious, error } = entries
  const file = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const query = new URLSearchParams(auditQuery(search))
      return download(`/api/console/audit/export?${query}`, 'audit.csv')
    },
    onError: tellFailure,
  })
  return (
    <ListLayout panel={null}>
      <PageHeader title={text.title} count={count}>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          onClick={() => file.mutate()}
        >
          {runText.export}
        </Button>
      </PageHeader>
      <ListTools
        search={search}
        onChange={setSearch}
        filters={auditFilters}
        text={{ search: text.search, searchHint: text.search }}
        status={<ListStatus list={entries} />}
      />
      <DataTable
        label={text.rowsLabel}
        columns={auditColumns}
        rows={rows}
        rowName={({ accountName, runNumber }) => accountName ?? runText.number(runNumber)}
        firstRow={search.at}
        onFirstRow={(at) => setSearch({ at }, { replace: true })}
        isFirstLoad={isFirstLoad}
        isPrevious={isPrevious}
        empty={
          <ListWithoutRows
            problem={error && explain(error)}
            onRetry={entries.refresh}
            search={search}
            onChange={setSearch}
            text={text.empty}
          />
        }
      />
    </ListLayout>
  )
}
