import { useState } from 'react'

import { explain } from '#api/explain.ts'
import { runText } from '#lib/messages/runs.ts'
import { Button } from '#ui/button.tsx'

import { useNewPlan } from './new-plan.ts'
import type { RunAction, Selection } from './types.ts'

import classes from './parts.module.css'

const text = runText.bar
const actions: RunAction[] = ['aggregate', 'enable', 'disable', 'unlock', 'remove']

type Props = {
  /** The ids of the rows that are selected one by one. */
  ids: string[]
  /** What the list shows, all of it, in the filter language; an empty text stands for all accounts. */
  filters: string
  /** How many accounts that is; undefined where nobody knows for sure. */
  matching: number | undefined
  onClear: () => void
}

/**
 * What can be done with the selected accounts: each of the buttons leads to a plan, and nothing is
 * sent before that is confirmed. It takes its place below the list, not over it.
 */
export function SelectionBar({ ids, filters, matching, onClear }: Props) {
  const [selectedAt] = useState(() => new Date().toISOString())
  // Another list is another selection: what was chosen there does not hold for it.
  const [allOf, setAllOf] = useState<string>()
  const plan = useNewPlan()
  const isAll = allOf === filters && matching !== undefined
  const count = isAll ? matching : ids.length
  const selection: Selection = isAll
    ? { filters, selectedAt, expected: matching }
    : { accountIds: ids, selectedAt, expected: ids.length }
  const isBusy = plan.isPending || undefined
  return (
    <section className={classes.bar} aria-label={text.label}>
      <strong className={classes.count}>
        {isAll ? text.allMatching(count) : text.selected(count)}
      </strong>
      {!isAll && matching !== undefined && matching > ids.length && (
        <Button variant="subtle" onClick={() => setAllOf(filters)}>
          {text.selectAll(matching)}
        </Button>
      )}
      {actions.map((action) => (
        <Button
          key={action}
          variant="default"
          aria-disabled={isBusy}
          data-disabled={isBusy}
          onClick={() => isBusy ?? plan.mutate({ action, selection })}
        >
          {runText.actions[action]}
        </Button>
      ))}
      <Button variant="subtle" onClick={onClear}>
        {text.clear}
      </Button>
      <span className={classes.said} role="status">
        {plan.isPending && text.planning}
        {plan.error && <span className={classes.bad}>{text.failed(explain(plan.error).why)}</span>}
      </span>
    </section>
  )
}

/** The same for all accounts of selected identities. */
export function IdentityAccountButtons({ ids }: { ids: string[] }) {
  const plan = useNewPlan()
  const isBusy = plan.isPending || undefined
  const button = (action: 'enable' | 'disable') => (
    <Button
      variant="default"
      aria-disabled={isBusy}
      data-disabled={isBusy}
      onClick={() => isBusy ?? plan.mutate({ action, selection: { identityIds: ids } })}
    >
      {text.ofIdentities[action]}
    </Button>
  )
  return (
    <>
      {button('enable')}
      {button('disable')}
      <span className={classes.said} role="status">
        {plan.error && <span className={classes.bad}>{text.failed(explain(plan.error).why)}</span>}
      </span>
    </>
  )
}
