import type { TenantAccount } from '../store/record.ts'
import type { Page } from './reader.ts'

type Row = TenantAccount & { modified: string; value: number }
type Question = {
  filters?: string
  sorters?: string
  limit: number
  offset?: number
  count?: boolean
}

/** Milliseconds since the epoch at which its clock begins. */
export const BEGIN = Date.parse('2026-01-01T00:00:00Z')

/** A tenant in memory that somebody changes before each of its answers. */
export function movingTenant(change: (tenant: Changing, call: number) => void) {
  const rows = new Map<string, Row>()
  let clock = BEGIN
  let calls = 0
  const changing = {
    ids: () => [...rows.keys()],
    put(id: string, value: number) {
      clock += 1
      rows.set(id, { id, value, modified: new Date(clock).toISOString() })
    },
    delete: (id: string) => rows.delete(id),
    rows,
  }

  async function list({ filters = '', sorters = 'id', limit, offset = 0, count }: Question) {
    change(changing, calls)
    calls += 1
    const matching = [...rows.values()].filter((row) => matches(row, filters))
    const fields = sorters.split(',')
    matching.sort((a, b) =>
      compare(
        fields.map((f) => a[f]),
        fields.map((f) => b[f]),
      ),
    )
    const page: Page = {
      accounts: matching.slice(offset, offset + limit),
      total: count ? matching.length : undefined,
      at: clock,
    }
    return page
  }

  return {
    changing,
    calls: () => calls,
    reader: {
      list,
      count: async (filters = '') => (await list({ filters, limit: 0, count: true })).total ?? 0,
      tenantId: async () => 'moving',
      byIds: async (ids: string[]) => {
        const { accounts } = await list({ limit: rows.size })
        return accounts.filter(({ id }) => ids.includes(id))
      },
    },
  }
}

export type Changing = {
  ids: () => string[]
  put: (id: string, value: number) => void
  delete: (id: string) => void
  rows: Map<string, Row>
}

/** The two filters that the sync asks with. */
function matches(row: Row, filters: string): boolean {
  const [, since] = /^modified ge (\S+)$/.exec(filters) ?? []
  if (since) return Date.parse(row.modified) >= Date.parse(since)
  const [, prefix] = /^id sw "(.*)"$/.exec(filters) ?? []
  return prefix === undefined || row.id.startsWith(prefix)
}

function compare(a: unknown[], b: unknown[]): number {
  for (let n = 0; n < a.length; n += 1) {
    const [left, right] = [String(a[n]), String(b[n])]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}
