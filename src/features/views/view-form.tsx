import { useMutation } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'

import { t } from '#lib/messages.ts'
import { viewText } from '#lib/messages/views.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { announce } from '#ui/live-region.tsx'

import { createView, renameView } from './mutations.ts'
import type { View, ViewedList } from './state.ts'

import classes from './view-form.module.css'

const LONGEST_NAME = 80

type SaveProps = {
  list: ViewedList
  query: string
  onClose: () => void
  onSaved: (view: View) => void
}

/** Asks for the name of a new view, and where it shows up. */
export function SaveForm({ list, query, onClose, onSaved }: SaveProps) {
  const saving = useMutation(createView)
  const [pinned, setPinned] = useState(true)
  const [isDefault, setDefault] = useState(false)
  return (
    <NameDialog
      title={viewText.saveTitle}
      text={viewText.saveText}
      button={viewText.save}
      first=""
      isSaving={saving.isPending}
      error={saving.error?.message}
      onClose={onClose}
      onName={async (name, close) => {
        const view = await saving.mutateAsync({ list, name, query, pinned, isDefault })
        close()
        announce(viewText.saved(view.name))
        onSaved(view)
      }}
    >
      <Choice label={viewText.pin} isChosen={pinned} onChange={setPinned} />
      <Choice label={viewText.defaultChoice(list)} isChosen={isDefault} onChange={setDefault} />
    </NameDialog>
  )
}

export function RenameForm({ view, onClose }: { view: View; onClose: () => void }) {
  const renaming = useMutation(renameView)
  return (
    <NameDialog
      title={viewText.renameTitle(view.name)}
      button={viewText.renameButton}
      first={view.name}
      isSaving={renaming.isPending}
      error={renaming.error?.message}
      onClose={onClose}
      onName={async (name, close) => {
        const renamed = await renaming.mutateAsync({ id: view.id, change: { name } })
        close()
        announce(viewText.renamed(renamed.name))
        onClose()
      }}
    />
  )
}

type ChoiceProps = { label: string; isChosen: boolean; onChange: (isChosen: boolean) => void }

function Choice({ label, isChosen, onChange }: ChoiceProps) {
  return (
    <label className={classes.choice}>
      <input
        type="checkbox"
        className={classes.check}
        checked={isChosen}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  )
}

type NameProps = {
  title: string
  text?: string
  button: string
  first: string
  isSaving: boolean
  /** Why the last try failed. */
  error: string | undefined
  onClose: () => void
  onName: (name: string, close: () => void) => Promise<void>
  children?: React.ReactNode
}

function NameDialog({ title, text, button, first, isSaving, error, ...props }: NameProps) {
  const [described, field, problem] = [useId(), useId(), useId()]
  const [name, setName] = useState(first)
  const [isMissing, setMissing] = useState(false)
  const wrong = isMissing ? viewText.nameMissing : error

  function submit(event: FormEvent, close: () => void) {
    event.preventDefault()
    if (isSaving) return
    setMissing(name.trim() === '')
    // What fails stands below the field.
    if (name.trim()) void props.onName(name, close).catch(() => {})
  }
  return (
    <Dialog title={title} describedBy={text && described} onDismiss={props.onClose}>
      {(close, dismiss) => (
        <form className={classes.form} noValidate onSubmit={(event) => submit(event, close)}>
          {text && (
            <p id={described} className={classes.text}>
              {text}
            </p>
          )}
          <label htmlFor={field}>{viewText.name}</label>
          <input
            id={field}
            className={classes.input}
            value={name}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            required
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? problem : undefined}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setMissing(false)
            }}
          />
          <p id={problem} role="alert" className={classes.problem}>
            {wrong}
          </p>
          {props.children}
          <div className={classes.buttons}>
            <Button variant="default" onClick={dismiss}>
              {t.cancel}
            </Button>
            <Button type="submit" aria-disabled={isSaving || undefined}>
              {isSaving ? viewText.saving : button}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
