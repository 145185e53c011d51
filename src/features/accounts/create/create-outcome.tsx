import { useEffect, useRef } from 'react'

import { taskPath } from '#features/tasks/links.ts'
import { createText as text } from '#lib/messages/create-account.ts'
import { TrackingId } from '#ui/error-panel.tsx'
import { Link } from '#ui/link.tsx'

import { accountPath } from '../links.ts'
import { nameOf } from '../name-of.ts'
import { showInPanel } from '../panel/show-in-panel.ts'
import { wordsOf, type Outcome } from './send-new-account.ts'

import form from '../panel/edit-form.module.css'
import classes from './create-page.module.css'

/** Why there is no new account, in the tenant's words, and where to look next. */
export function CreateOutcome({ outcome }: { outcome: Outcome }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => showInPanel(box.current, 'nearest'), [outcome])
  // One that was created is opened instead.
  if (outcome.is === 'created') return null
  const { title, why, trackingId } = wordsOf(outcome)
  const taskId = 'taskId' in outcome ? outcome.taskId : undefined
  return (
    <div ref={box} role="alert" className={classes.outcome} data-tone={toneOf(outcome)}>
      <p className={form.failureTitle}>{title}</p>
      <p>{why}</p>
      {trackingId && <TrackingId id={trackingId} />}
      {outcome.is === 'taken' && (
        <p>
          <Link to={accountPath(outcome.account.id)}>{text.open(nameOf(outcome.account))}</Link>
        </p>
      )}
      {taskId && (
        <p>
          <Link to={taskPath(taskId)}>{text.openTask}</Link>
        </p>
      )}
      <p className={form.hint}>{text.kept}</p>
    </div>
  )
}

const toneOf = ({ is }: Outcome) => (is === 'failed' || is === 'refused' ? 'bad' : 'warning')
