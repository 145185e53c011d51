import { useEffect, useId, useRef } from 'react'

import { t } from '#lib/messages.ts'

import { Button } from './button.tsx'
import type { Asked } from './confirm.tsx'

import classes from './confirm.module.css'

export function ConfirmDialog({ title, body, button, isDestructive, answer }: Asked) {
  const dialog = useRef<HTMLDialogElement>(null)
  const answered = useRef(false)
  const [heading, text] = [useId(), useId()]
  useEffect(() => {
    // Called again by StrictMode, on a dialog that is already open.
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  function reply(yes: boolean) {
    // A double click is one answer.
    if (answered.current) return
    answered.current = true
    // Closed by hand before it unmounts: this is what gives the focus back.
    dialog.current?.close()
    answer(yes)
  }
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={heading}
      aria-describedby={text}
      onCancel={(event) => {
        event.preventDefault()
        reply(false)
      }}
      onMouseDown={(event) => {
        // Only the backdrop has the dialog itself as its target.
        if (event.target === event.currentTarget) reply(false)
      }}
    >
      <div className={classes.content}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        <div id={text} className={classes.body}>
          {[body].flat().map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => reply(false)}>
            {t.cancel}
          </Button>
          <Button isDestructive={isDestructive} onClick={() => reply(true)}>
            {button}
          </Button>
        </div>
      </div>
    </dialog>
  )
}
