import { useId, useRef } from 'react'

import { t } from '#lib/messages.ts'

import { Button } from './button.tsx'
import type { Asked } from './confirm.tsx'
import { Dialog } from './dialog.tsx'

import classes from './confirm.module.css'

export function ConfirmDialog({ title, body, button, isDestructive, answer }: Asked) {
  const answered = useRef(false)
  const text = useId()

  function reply(yes: boolean, close?: () => void) {
    // A double click is one answer.
    if (answered.current) return
    answered.current = true
    close?.()
    answer(yes)
  }
  return (
    <Dialog title={title} describedBy={text} onDismiss={() => reply(false)}>
      {(close) => (
        <>
          <div id={text} className={classes.body}>
            {[body].flat().map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => reply(false, close)}>
              {t.cancel}
            </Button>
            <Button isDestructive={isDestructive} onClick={() => reply(true, close)}>
              {button}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
