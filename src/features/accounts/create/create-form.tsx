import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'

import type { Source } from '#api/client.ts'
import { sourcePath } from '#features/sources/links.ts'
import { t } from '#lib/messages.ts'
import { createText as text } from '#lib/messages/create-account.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { prepareConfirm } from '#ui/confirm.tsx'

import { accountPath } from '../links.ts'
import type { AccountSchema } from '../panel/attribute-schema.ts'
import type { Draft, EditField } from '../panel/edit-fields.ts'
import { EditInput } from '../panel/edit-input.tsx'
import { focusField } from '../panel/focus-field.ts'
import { useLeaveGuard } from '../panel/use-leave-guard.ts'
import { useIsThere } from '../use-is-there.ts'
import { isFilled, newAccountOf, problemOf } from './create-fields.ts'
import { CreateOutcome } from './create-outcome.tsx'
import { sendNewAccount, type Outcome } from './send-new-account.ts'

import form from '../panel/edit-form.module.css'
import classes from './create-page.module.css'

type Props = {
  source: Pick<Source, 'id'> & { name: string }
  schema: AccountSchema
  /** That which identifies the account first. */
  fields: readonly EditField[]
  /** Why it cannot be created now. */
  blocked: string | undefined
}

/** Asks for the attributes of a new account, and opens it once the tenant has it. */
export function CreateForm({ source, schema, fields, blocked }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>({})
  const [isAsked, setAsked] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const [isSending, setSending] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  /** What is under way or done is no longer lost by leaving. */
  const isSafe = useRef(false)
  const isThere = useIsThere()

  useLeaveGuard({
    isDirty: () => isFilled(draft) && !isSafe.current,
    isHere: ({ pathname }) => pathname === location.pathname,
    question: () => ({ ...text.leave, isDestructive: true }),
  })
  useEffect(prepareConfirm, [])

  const problemFor = (field: EditField) => problemOf(field, draft, field === fields[0])

  async function create() {
    setAsked(true)
    const wrong = fields.find((field) => problemFor(field) !== undefined)
    if (wrong) {
      focusField(element.current, wrong.name)
      return
    }
    if (isSafe.current || blocked !== undefined) return
    isSafe.current = true
    setOutcome(undefined)
    setSending(true)
    const wanted = newAccountOf(source.id, fields, draft)
    const ended = await sendNewAccount(client, wanted, source.name, () => isThere.current)
    if (!isThere.current) return
    if (ended.is === 'created') {
      void navigate(accountPath(ended.account.id), { replace: true })
      return
    }
    isSafe.current = false
    setSending(false)
    setOutcome(ended)
  }
  return (
    <form
      ref={element}
      noValidate
      className={classes.form}
      aria-label={text.title(source.name)}
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <p className={form.note}>{text.note(source.name)}</p>
      {fields.map((field) => (
        <EditInput
          key={field.name}
          field={field}
          value={draft[field.name] ?? ''}
          isRequired={field === fields[0]}
          hint={hintOf(field, fields, schema)}
          problem={isAsked ? problemFor(field) : undefined}
          onChange={(next) => setDraft((before) => ({ ...before, [field.name]: next }))}
        />
      ))}
      {outcome && <CreateOutcome outcome={outcome} />}
      <div className={form.footer}>
        <span className={form.count} role="status">
          {isSending && text.creating}
        </span>
        <ButtonLink to={sourcePath(source.id)}>{t.cancel}</ButtonLink>
        <Button
          type="submit"
          title={isSending ? undefined : blocked}
          aria-disabled={isSending || blocked !== undefined || undefined}
        >
          {text.button}
        </Button>
      </div>
    </form>
  )
}

function hintOf(field: EditField, [identity]: readonly EditField[], schema: AccountSchema) {
  if (field === identity) return text.required
  return field.name === schema.displayAttribute ? text.isName : undefined
}
