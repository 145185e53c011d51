import { useMutation } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { consoleApi, ok } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { runText } from '#lib/messages/runs.ts'
import { Button } from '#ui/button.tsx'
import { useNow } from '#ui/use-now.ts'
import { forgetSelections } from '#ui/use-row-selection.ts'

import { runPath } from './links.ts'
import { planQuery, runKeys, runQuery } from './queries.ts'
import { planName } from './run-numbers.ts'
import type { Plan } from './types.ts'

import field from '#ui/field.module.css'
import classes from './parts.module.css'

const text = runText.plan

/** Where the plan becomes a run: the button names the verb and the number. */
export function ConfirmPlan({ plan }: { plan: Plan }) {
  const { id: planId, action, counts, sends } = plan
  const ids = { typed: useId(), later: useId() }
  const navigate = useNavigate()
  const isFirst = useLocation().key === 'default'
  const [leaveOutRisky, setLeaveOut] = useState(false)
  const [typed, setTyped] = useState('')
  const [later, setLater] = useState<string>()
  const count = leaveOutRisky ? sends - counts.risky : sends
  const start = later ? new Date(later) : undefined
  const now = useNow()
  // A field that was emptied is no time, and must not stand for now.
  const isPast = later !== undefined && !(start !== undefined && start.getTime() > now)

  const run = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const startAt = start ? { startAt: start.toISOString() } : {}
      const body = { planId, count, leaveOutRisky, ...startAt }
      return (await ok(consoleApi.POST('/runs', { body }))).data
    },
    onSuccess: async (started) => {
      queryClient.setQueryData(runQuery(started.id).queryKey, started)
      forgetSelections()
      await navigate(runPath(started.id), { replace: true })
      void queryClient.invalidateQueries({ queryKey: planQuery(planId).queryKey })
      void queryClient.invalidateQueries({ queryKey: runKeys.lists() })
    },
  })
  const isTyped = !plan.typeCount || typed.replace(/\D/g, '') === String(count)
  const isReady = isTyped && count > 0 && !isPast && !run.isPending && !run.isSuccess

  /** Back to the selection; whoever came by a link has none. */
  const leave = () => void (isFirst ? navigate('/accounts') : navigate(-1))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isReady) run.mutate()
  }
  return (
    <form className={classes.bar} onSubmit={submit}>
      {counts.risky > 0 && (
        <label className={classes.choice}>
          <input
            type="checkbox"
            className={classes.check}
            checked={leaveOutRisky}
            onChange={() => setLeaveOut(!leaveOutRisky)}
          />
          {text.leaveOut(counts.risky)}
        </label>
      )}
      <label className={classes.choice}>
        <input
          type="checkbox"
          className={classes.check}
          checked={later !== undefined}
          onChange={() => setLater(later === undefined ? inAnHour() : undefined)}
        />
        {text.later}
      </label>
      {later !== undefined && (
        <span className={classes.choice}>
          <label htmlFor={ids.later}>{text.laterAt}</label>
          <input
            id={ids.later}
            className={field.field}
            type="datetime-local"
            required
            value={later}
            aria-invalid={isPast || undefined}
            onChange={({ currentTarget }) => setLater(currentTarget.value)}
          />
          {isPast && <span className={classes.bad}>{text.past}</span>}
        </span>
      )}
      <span className={classes.end}>
        {plan.typeCount && (
          <span className={classes.choice}>
            <label htmlFor={ids.typed}>{text.typeCount(count)}</label>
            <input
              id={ids.typed}
              className={`${field.field} ${classes.typed}`}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          </span>
        )}
        <Button variant="subtle" onClick={leave}>
          {text.back}
        </Button>
        <Button
          type="submit"
          isDestructive={takesAway.has(action)}
          aria-disabled={isReady ? undefined : true}
          data-disabled={isReady ? undefined : true}
        >
          {start ? text.schedule(planName(plan, count)) : planName(plan, count)}
        </Button>
      </span>
      {run.error && (
        <p className={classes.failed} role="alert">
          {text.failed(explain(run.error).why)}
        </p>
      )}
    </form>
  )
}

const takesAway = new Set<Plan['action']>([
  'disable',
  'disableLogIn',
  'remove',
  'delete',
  'uncorrelate',
])

/** As the field takes it: local time, to the minute. */
function inAnHour(): string {
  const at = new Date(Date.now() + 3_600_000)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
