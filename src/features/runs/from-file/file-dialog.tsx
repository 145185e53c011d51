import { useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'

import { explain } from '#api/explain.ts'
import { t } from '#lib/messages.ts'
import { runText } from '#lib/messages/runs.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SkeletonLines } from '#ui/empty-state.tsx'

import { rare, useNewPlan, usual } from '../new-plan.ts'
import type { RunAction } from '../types.ts'
import { readFile, type FileRows } from './read-file.ts'

import classes from './file-dialog.module.css'

const text = runText.file

type Props = { file: File; onClose: () => void }

/** What a file names, and what is to be done with it. It leads to a plan, and sends nothing. */
export function FileDialog({ file, onClose }: Props) {
  const id = useId()
  const [action, setAction] = useState<RunAction>('disable')
  const plan = useNewPlan()
  const { data: read, error } = useQuery({
    queryKey: ['runs', 'file', file.name, file.size, file.lastModified],
    queryFn: () => readFile(file),
    // The same name may stand for another file a moment later.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    throwOnError: false,
    meta: { quiet: true },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (read && !plan.isPending) plan.mutate({ action, selection: { rows: read.rows } })
  }
  return (
    <Dialog title={text.title} onDismiss={onClose}>
      {(_close, dismiss) => (
        <form onSubmit={submit}>
          {error && (
            <div role="alert">
              <p className={classes.problem}>{text.failed}</p>
              <p className={classes.text}>{error.message}</p>
            </div>
          )}
          {!read && !error && (
            <>
              <p role="status" className={classes.text}>
                {text.reading}
              </p>
              <SkeletonLines lines={2} />
            </>
          )}
          {read && (
            <>
              <p>{namesIn(file.name, read)}</p>
              {read.by === 'native' && <p className={classes.text}>{text.noSource}</p>}
              {read.leftOut > 0 && <p className={classes.text}>{text.leftOut(read.leftOut)}</p>}
              <label htmlFor={id} className={classes.label}>
                {text.action}
              </label>
              <select
                id={id}
                className={classes.select}
                value={action}
                // The options are the actions.
                onChange={(event) => setAction(event.currentTarget.value as RunAction)}
              >
                {[...usual, ...rare].map((each) => (
                  <option key={each} value={each}>
                    {runText.actions[each]}
                  </option>
                ))}
              </select>
              <p className={classes.text}>{text.next}</p>
            </>
          )}
          <p role="status" className={classes.said}>
            {plan.isPending && runText.bar.planning}
          </p>
          {plan.error && (
            <p role="alert" className={classes.problem}>
              {runText.bar.failed(explain(plan.error).why)}
            </p>
          )}
          <div className={classes.buttons}>
            <Button variant="default" onClick={dismiss}>
              {read ? t.cancel : t.close}
            </Button>
            {read && (
              <Button type="submit" aria-disabled={plan.isPending || undefined}>
                {text.plan}
              </Button>
            )}
          </div>
        </form>
      )}
    </Dialog>
  )
}

function namesIn(file: string, { by, rows }: FileRows): string {
  const say = { id: text.byId, native: text.byNative, source: text.bySource }[by]
  return say(file, rows.length)
}
