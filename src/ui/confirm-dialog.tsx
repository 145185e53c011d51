import { useId, useRef, useState } from 'react'

import { t } from '#lib/messages.ts'

import { Button } from './button.tsx'
import type { Asked } from './confirm.tsx'
import { Dialog } from './dialog.tsx'

import classes from './confirm.module.css'

export function ConfirmDialog({ title, body, button, isDestructive, typed, answer }: Asked) {
  const answered = useRef(false)
  const [text, field] = [useId(), useId()]
  const [draft, setDraft] = useState('')
  const isReady = !typed || draft.trim() === typed.text.trim()

  function reply(yes: boolean, close?: () => void) {
    // A double click is one answer.
    if (answered.current || (yes && !isReady)) return
    answered.current = true
    close?.()
    answer(yes)
  }
  return (
    <Dialog title={title} describedBy={text} onDismiss={() => reply(false)}>
      {(close) => (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            reply(true, close)
          }}
        >
          <div id={text} className={classes.body}>
            {[body].flat().map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          {typed && (
            <>
              <label htmlFor={field} className={classes.label}>
                {typed.label}
              </label>
              <input
                id={field}
                className={classes.input}
                value={draft}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setDraft(event.currentTarget.value)}
              />
            </>
          )}
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => reply(false, close)}>
              {t.cancel}
            </Button>
            <Button
              type="submit"
              isDestructive={isDestructive}
              aria-disabled={isReady ? undefined : true}
            >
              {button}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
