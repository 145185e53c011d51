import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { Button } from '#ui/button.tsx'
import { prepareConfirm } from '#ui/confirm.tsx'

import { accountQuery } from '../queries.ts'
import { parseLayer } from '../search.ts'
import type { AccountSchema } from './attribute-schema.ts'
import { changesIn, editFields, problemIn, type Draft } from './edit-fields.ts'
import { EditInput } from './edit-input.tsx'
import { EditReview } from './edit-review.tsx'
import { FindBox } from './find-box.tsx'
import { focusField } from './focus-field.ts'
import { showInPanel } from './show-in-panel.ts'
import { useEscape } from './use-escape.ts'
import { useLeaveGuard } from './use-leave-guard.ts'

import classes from './edit-form.module.css'

const text = accountText.edit

/** With fewer, all are in sight. */
const manyFields = 12

type Props = {
  account: Account
  schema: AccountSchema
  /** Why it cannot be saved now. */
  blocked: string | undefined
  onClose: () => void
}

/** Asks for new values, shows what that would change, and only then sends it. */
export function EditForm({ account, schema, blocked, onClose }: Props) {
  const client = useQueryClient()
  // As it was when the form was opened: a later read must not change what is being typed over.
  const [base] = useState(account)
  const [draft, setDraft] = useState<Draft>({})
  const [reviewed, setReviewed] = useState<Account>()
  const [isAsked, setAsked] = useState(false)
  const [isChecking, setChecking] = useState(false)
  const [wanted, setWanted] = useState('')
  const isSaved = useRef(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const fields = useMemo(() => editFields(base.attributes, schema), [base, schema])
  const changes = changesIn(fields, draft)
  const shown = fields.filter(({ name }) =>
    name.toLowerCase().includes(wanted.trim().toLowerCase()),
  )

  useLeaveGuard({
    isDirty: () => changes.length > 0 && !isSaved.current,
    isHere: ({ pathname, search }) =>
      pathname === location.pathname && parseLayer(new URLSearchParams(search)) === 'edit',
    question: () => ({
      title: text.leave.title(changes.length),
      body: text.leave.body,
      button: text.leave.button,
      isDestructive: true,
    }),
  })
  useEscape(true, () => (reviewed ? setReviewed(undefined) : onClose()))
  useEffect(prepareConfirm, [])
  const isReviewing = reviewed !== undefined
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    showInPanel(heading.current, 'start')
  }, [isReviewing])
  useEditButtonFocus()

  async function review() {
    setAsked(true)
    const wrong = changes.find(({ field, to }) => problemIn(field, to) !== undefined)
    if (wrong) {
      setWanted('')
      // Once the search no longer hides it.
      requestAnimationFrame(() => focusField(form.current, wrong.field.name))
      return
    }
    if (changes.length === 0 || isChecking) return
    setChecking(true)
    // As it is now, so that the difference is true. What cannot be read is told by what follows.
    const latest = await client
      .query({ ...accountQuery(base.id), staleTime: 0 })
      .catch(() => undefined)
    setChecking(false)
    setReviewed(latest ?? base)
  }

  if (reviewed) {
    return (
      <EditReview
        heading={heading}
        account={base}
        latest={reviewed}
        changes={changes}
        blocked={blocked}
        onBack={() => setReviewed(undefined)}
        onSaved={() => {
          isSaved.current = true
          onClose()
        }}
      />
    )
  }
  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      aria-label={text.title}
      onSubmit={(event) => {
        event.preventDefault()
        void review()
      }}
    >
      <h3 ref={heading} tabIndex={-1} className={classes.title}>
        {text.title}
      </h3>
      <p className={classes.note}>{text.note}</p>
      {fields.length > manyFields && (
        <FindBox
          label={text.find}
          value={wanted}
          onChange={setWanted}
          count={accountText.attributes.count(shown.length, fields.length)}
        />
      )}
      {fields.length === 0 && <p className={classes.note}>{text.noFields}</p>}
      {shown.map((field) => {
        const value = draft[field.name] ?? field.initial
        return (
          <EditInput
            key={field.name}
            field={field}
            value={value}
            isChanged={changes.some((change) => change.field === field)}
            problem={isAsked ? problemIn(field, value) : undefined}
            onChange={(next) => setDraft((before) => ({ ...before, [field.name]: next }))}
          />
        )
      })}
      <div className={classes.footer}>
        <span className={classes.count} role="status">
          {text.changes(changes.length)}
        </span>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button type="submit" aria-disabled={changes.length === 0 || isChecking || undefined}>
          {isChecking ? t.loading : text.review}
        </Button>
      </div>
    </form>
  )
}

/** The focus goes back to the button that opened the form. */
function useEditButtonFocus() {
  useEffect(
    () => () => {
      // The button is there a frame after the form has gone.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return
        document.querySelector<HTMLElement>('[data-action="edit"]')?.focus({ preventScroll: true })
      })
    },
    [],
  )
}
