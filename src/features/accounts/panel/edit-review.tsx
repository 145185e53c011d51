import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type Ref } from 'react'

import type { Account } from '#api/client.ts'
import { accountText } from '#lib/messages/account.ts'
import { oneLine, undisguised } from '#lib/visible-text.ts'
import { Button } from '#ui/button.tsx'
import { TrackingId } from '#ui/error-panel.tsx'
import { Hidden } from '#ui/hidden.tsx'

import { startAction, type Outcome } from '../mutations.ts'
import { sourceNameOf } from '../name-of.ts'
import { useIsThere } from '../use-is-there.ts'
import { noticeOf, refusalOf } from '../verdict-notice.ts'
import { changedMeanwhile, type Change } from './edit-fields.ts'
import { saveAttributes } from './save-attributes.ts'
import { showInPanel } from './show-in-panel.ts'

import classes from './edit-form.module.css'

const text = accountText.edit

type Props = {
  heading: Ref<HTMLHeadingElement>
  /** As it was when the form was opened, and as it was read for this. */
  account: Account
  latest: Account
  changes: Change[]
  blocked: string | undefined
  onBack: () => void
  onSaved: () => void
}

/** What saving would change, before and after; and what became of it. */
export function EditReview({ heading, account, latest, changes, blocked, ...props }: Props) {
  const client = useQueryClient()
  const isThere = useIsThere()
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Outcome>()
  const meanwhile = changedMeanwhile(changes, latest.attributes)

  async function save() {
    if (isSaving || blocked !== undefined) return
    const action = saveAttributes(changes, () => isThere.current)
    const sent = startAction(client, action, latest)
    if (!sent) return
    setSaving(true)
    setFailure(undefined)
    const outcome = await sent
    setSaving(false)
    if (outcome.is === 'confirmed') props.onSaved()
    else setFailure(outcome)
  }
  return (
    <section className={classes.form} aria-label={text.reviewTitle}>
      <h3 ref={heading} tabIndex={-1} className={classes.title}>
        {text.reviewTitle}
      </h3>
      <p className={classes.note}>{text.reviewNote(sourceNameOf(account))}</p>
      <dl className={classes.changes}>
        {changes.map((change) => (
          <Difference
            key={change.field.name}
            change={change}
            now={meanwhile.get(change.field.name)}
          />
        ))}
      </dl>
      {failure && <Failure outcome={failure} account={account} />}
      <div className={classes.footer}>
        <span className={classes.count} role="status">
          {isSaving ? text.saving : text.changes(changes.length)}
        </span>
        <Button variant="default" onClick={props.onBack} aria-disabled={isSaving || undefined}>
          {text.back}
        </Button>
        <Button
          onClick={() => void save()}
          title={isSaving ? undefined : blocked}
          aria-disabled={isSaving || blocked !== undefined || undefined}
        >
          {text.save(changes.length)}
        </Button>
      </div>
    </section>
  )
}

function Difference({ change, now }: { change: Change; now: string | undefined }) {
  const { field, from, to } = change
  const shown = (value: string) =>
    value.trim() === '' ? text.nothing : field.isSecret ? text.hidden : undisguised(value.trim())
  return (
    <div className={classes.change}>
      <dt>{oneLine(field.name)}</dt>
      <dd>
        <del className={classes.before}>
          <Hidden>{text.before} </Hidden>
          {shown(now ?? from)}
        </del>
        <ins className={classes.after}>
          <Hidden>{text.after} </Hidden>
          {shown(to)}
        </ins>
        {now !== undefined && <p className={classes.meanwhile}>{text.meanwhile(shown(from))}</p>}
      </dd>
    </div>
  )
}

/** What is true of it, in the tenant's words where it gave some; the form keeps what was typed. */
function Failure({ outcome, account }: { outcome: Outcome; account: Account }) {
  const box = useRef<HTMLDivElement>(null)
  const said =
    outcome.is === 'refused'
      ? refusalOf(outcome.error, 'edit', account)
      : noticeOf(outcome, 'edit', account)
  useEffect(() => showInPanel(box.current, 'nearest'), [outcome])
  return (
    <div ref={box} role="alert" className={classes.failure}>
      <p className={classes.failureTitle}>{said.title}</p>
      {said.text && <p>{said.text}</p>}
      {said.reference && <TrackingId id={said.reference.id} />}
      <p className={classes.hint}>{text.kept}</p>
    </div>
  )
}
