import { accountColumns } from '../../store/read/account-columns.ts'
import { fieldTable, type Columns } from '../../store/read/columns.ts'
import { identityColumns } from '../../store/read/identities.ts'
import { sourceFields, sourceSorters } from '../../store/read/sources.ts'
import { newerTaskColumns, taskColumns } from '../../store/read/tasks.ts'
import { codes, html, type Html } from './html.ts'

type Offer = { filters: Record<string, { operators: readonly string[] }>; sorters: string[] }

const offerOf = (columns: Columns): Offer => ({
  filters: fieldTable(columns),
  sorters: Object.keys(columns).filter((name) => columns[name]?.sortable),
})

/** What the lists really offer: read off the tables that answer them. */
const offers: Record<string, { offer: Offer; newer?: Offer }> = {
  listAccounts: { offer: offerOf(accountColumns) },
  listIdentities: { offer: offerOf(identityColumns) },
  listSources: { offer: { filters: sourceFields, sorters: sourceSorters } },
  getTaskStatusList: { offer: offerOf(taskColumns), newer: offerOf(newerTaskColumns) },
}

export function filtersOf(operationId: string): Html | false {
  const known = offers[operationId]
  if (!known) return false
  const { offer, newer } = known
  return html`<h4>Filters and sorters</h4>
    ${tableOf(offer)}
    <p>Sorted by ${codes(offer.sorters)}; a <code>-</code> before a name turns the order round.</p>
    ${
      newer &&
      html`<p>The v1 path lists tasks that run as well, and filters by these:</p>
        ${tableOf(newer)}`
    }`
}

const tableOf = ({ filters }: Offer) =>
  html`<table class="rows">
    <thead>
      <tr>
        <th>Field</th>
        <th>Operators</th>
      </tr>
    </thead>
    <tbody>
      ${Object.entries(filters).map(
        ([field, { operators }]) =>
          html`<tr>
            <td><code>${field}</code></td>
            <td>${codes(operators)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
