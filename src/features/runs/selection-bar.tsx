import { IconChevronUp } from '@tabler/icons-react'
import { Suspense, useState, type ReactNode } from 'react'

import { explain } from '#api/explain.ts'
import { PickDialog } from '#features/identities/offered.ts'
import { runText } from '#lib/messages/runs.ts'
import { ActionMenu } from '#ui/action-menu.tsx'
import { Button } from '#ui/button.tsx'
import { MenuItem } from '#ui/menu-items.tsx'

import { rare, useNewPlan, usual } from './new-plan.ts'
import type { RunAction, Selection } from './types.ts'

import classes from './parts.module.css'

const text = runText.bar

const choicesOf = (actions: RunAction[]): Choice[] =>
  actions.map((action) => ({ action, label: runText.actions[action] }))

type Props = {
  /** The ids of the rows that are selected one by one. */
  ids: string[]
  /** What the list shows, all of it, in the filter language; an empty text stands for all accounts. */
  filters: string
  /** How many accounts that is; undefined where nobody knows for sure. */
  matching: number | undefined
  onClear: () => void
}

/** What can be done with the selected accounts. It takes its place below the list, not over it. */
export function SelectionBar({ ids, filters, matching, onClear }: Props) {
  const [selectedAt] = useState(() => new Date().toISOString())
  // Another list is another selection: what was chosen there does not hold for it.
  const [allOf, setAllOf] = useState<string>()
  const isAll = allOf === filters && matching !== undefined
  const selection: Selection = isAll
    ? { filters, selectedAt, expected: matching }
    : { accountIds: ids, selectedAt, expected: ids.length }
  return (
    <section className={classes.bar} aria-label={text.label}>
      <strong className={classes.count}>
        {isAll ? text.allMatching(matching) : text.selected(ids.length)}
      </strong>
      {!isAll && matching !== undefined && matching > ids.length && (
        <Button variant="subtle" onClick={() => setAllOf(filters)}>
          {text.selectAll(matching)}
        </Button>
      )}
      <PlanButtons
        choices={choicesOf(usual)}
        more={choicesOf(rare)}
        canReassign
        selection={selection}
      >
        <Button variant="subtle" onClick={onClear}>
          {text.clear}
        </Button>
      </PlanButtons>
    </section>
  )
}

type IdentityProps = {
  ids: string[]
  /** The id of the element that says why log-ins cannot be switched; undefined where they can. */
  logInsBlockedBy?: string | undefined
}

/** The same for the log-ins and for all accounts of selected identities, as a part of their own bar. */
export function IdentityButtons({ ids, logInsBlockedBy: blockedBy }: IdentityProps) {
  const choices: Choice[] = [
    { action: 'enableLogIn', label: text.ofIdentities.enableLogIn, blockedBy },
    { action: 'disableLogIn', label: text.ofIdentities.disableLogIn, blockedBy },
    { action: 'enable', label: text.ofIdentities.enable },
    { action: 'disable', label: text.ofIdentities.disable },
  ]
  return <PlanButtons choices={choices} selection={{ identityIds: ids }} />
}

type Choice = { action: RunAction; label: string; blockedBy?: string | undefined }

type ButtonsProps = {
  choices: Choice[]
  more?: Choice[]
  /** Whether the accounts can be given to somebody, who is then asked for. */
  canReassign?: boolean
  selection: Selection
  children?: ReactNode
}

/** Each leads to a plan, and nothing is sent before that is confirmed. */
function PlanButtons({ choices, more = [], canReassign, selection, children }: ButtonsProps) {
  const plan = useNewPlan()
  const [isPicking, setPicking] = useState(false)
  const isBusy = plan.isPending || undefined
  function start({ action, blockedBy }: Choice) {
    if (!isBusy && !blockedBy) plan.mutate({ action, selection })
  }
  return (
    <>
      {choices.map((choice) => (
        <Button
          key={choice.action}
          variant="default"
          // Not `disabled`: the reason has to be within reach of the keyboard.
          aria-disabled={isBusy || choice.blockedBy ? true : undefined}
          data-disabled={isBusy || choice.blockedBy ? true : undefined}
          aria-describedby={choice.blockedBy}
          onClick={() => start(choice)}
        >
          {choice.label}
        </Button>
      ))}
      {more.length > 0 && (
        <ActionMenu
          label={text.moreActions}
          trigger={(trigger) => (
            <Button
              variant="default"
              rightSection={<IconChevronUp size={14} stroke={1.75} aria-hidden />}
              {...trigger}
            >
              {text.more}
            </Button>
          )}
        >
          {canReassign && <MenuItem label={text.reassign} onSelect={() => setPicking(true)} />}
          {more.map((choice) => (
            <MenuItem
              key={choice.action}
              label={choice.label}
              isDestructive
              onSelect={() => start(choice)}
            />
          ))}
        </ActionMenu>
      )}
      {isPicking && (
        <Suspense>
          <PickDialog
            title={text.reassignTitle(selection.expected)}
            onChoose={({ id: identityId }) => {
              setPicking(false)
              plan.mutate({ action: 'reassign', selection, identityId })
            }}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      )}
      {children}
      <span className={classes.said} role="status">
        {plan.isPending && text.planning}
        {plan.error && <span className={classes.bad}>{text.failed(explain(plan.error).why)}</span>}
      </span>
    </>
  )
}
