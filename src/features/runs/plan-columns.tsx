import { createColumnHelper } from '@tanstack/react-table'

import { reasonText } from '#lib/messages/reasons.ts'
import { runText } from '#lib/messages/runs.ts'
import { NoValue } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { accountColumns } from './account-columns.tsx'
import { attributeOf } from './change.ts'
import { givesAway } from './run-numbers.ts'
import { GroupText } from './run-states.tsx'
import type { PlanItem, RunAction } from './types.ts'

const column = createColumnHelper<Features, PlanItem>()
const { name, source, native, identity, newOwner } = accountColumns<PlanItem>()
const text = runText.columns

/** One entry per column, in display order. At module scope, so no useMemo is needed. */
const group = column.accessor('group', {
  header: text.group,
  meta: { width: 140 },
  cell: ({ getValue }) => <GroupText group={getValue()} />,
})
const reason = column.accessor('reason', {
  header: text.reason,
  meta: { minWidth: 220 },
  cell: ({ getValue }) => {
    const why = getValue()
    return why ? reasonText(why) : <NoValue />
  },
})

const usualPlanColumns = column.columns([
  name,
  group,
  reason,
  column.display({
    id: 'now',
    header: text.now,
    meta: { width: 130 },
    cell: ({ row }) => stateNow(row.original),
  }),
  source,
  native,
  identity,
])

/** Where accounts change hands, that is what has to be seen. */
const ownerPlanColumns = column.columns([name, group, identity, newOwner, reason, source, native])

const editPlanColumns = column.columns([
  name,
  group,
  column.display({
    id: 'becomes',
    header: text.becomes,
    meta: { minWidth: 400 },
    cell: ({ row }) => row.original.attributes?.map(attributeOf).join(', ') ?? <NoValue />,
  }),
  reason,
  source,
  native,
  identity,
])

/** What has to be seen of the accounts that a run would be about. */
export function planColumns(action: RunAction) {
  if (action === 'edit') return editPlanColumns
  return givesAway(action) ? ownerPlanColumns : usualPlanColumns
}

function stateNow({ accountId, disabled, locked }: PlanItem) {
  if (accountId === null) return <NoValue />
  const words = runText.plan.now
  const state = disabled ? words.disabled : words.enabled
  return locked ? `${state}, ${words.locked}` : state
}
