// The least that shows the accounts: React, TanStack Query and Table, nine columns of text.
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createColumnHelper, flexRender, tableFeatures, useTable } from '@tanstack/react-table'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

type Account = {
  id: string
  name: string
  sourceName: string
  nativeIdentity: string
  identity?: { name: string }
  disabled: boolean
  hasEntitlements: boolean
  created: string
  modified: string
}

const ROW = 36
const PAGE = 100
const features = tableFeatures({})
const { accessor, columns: all } = createColumnHelper<typeof features, Account>()
const columns = all([
  accessor('name', {
    header: 'Account',
    cell: ({ row }) => <a href={`/accounts/${row.original.id}`}>{row.original.name}</a>,
  }),
  accessor(({ disabled }) => (disabled ? 'Disabled' : 'Enabled'), { header: 'Status' }),
  accessor('sourceName', { header: 'Source' }),
  accessor('nativeIdentity', { header: 'Native identity' }),
  accessor(({ identity }) => identity?.name, { id: 'identity', header: 'Identity' }),
  accessor(({ hasEntitlements }) => String(hasEntitlements), { header: 'Entitlements' }),
  accessor('created', { header: 'Created' }),
  accessor('modified', { header: 'Modified' }),
])

async function read(page: number): Promise<{ items: Account[]; total: number }> {
  const query = `sorters=name%2Cid&limit=${PAGE}&offset=${page * PAGE}`
  return (await fetch(`/api/console/accounts?${query}`)).json()
}

function List() {
  const [top, setTop] = useState(0)
  const first = Math.floor(top / ROW)
  const page = Math.floor(first / PAGE)
  const { data } = useQuery({ queryKey: ['accounts', page], queryFn: () => read(page) })
  const shown = (data?.items ?? []).slice(first - page * PAGE, first - page * PAGE + 24)
  const table = useTable({ features, columns, data: shown, getRowId: ({ id }) => id })
  return (
    <div
      style={{ height: 740, overflow: 'auto' }}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <div style={{ height: (data?.total ?? 0) * ROW, position: 'relative' }}>
        <table
          style={{ tableLayout: 'fixed', width: '100%', position: 'absolute', top: first * ROW }}
        >
          <thead>
            <tr>
              {table.getFlatHeaders().map((header) => (
                <th key={header.id}>
                  {flexRender(header.column.columnDef.header, header.getContext())}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row, at) => (
              <tr key={row.id} data-index={first + at} style={{ height: ROW }}>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <List />
    </QueryClientProvider>,
  )
}
