import { useEffect, useId, useRef, type ReactNode } from 'react'

import classes from './confirm.module.css'

type Props = {
  title: string
  /** The id of the text that says more than the title. */
  describedBy?: string
  /** Escape or a press beside it. */
  onDismiss: () => void
  /** `close` comes before it unmounts: this is what gives the focus back. `dismiss` is for Cancel. */
  children: (close: () => void, dismiss: () => void) => ReactNode
}

/** A question above the page, which waits until it is answered or dismissed. */
export function Dialog({ title, describedBy, onDismiss, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    // Called again by StrictMode, on a dialog that is already open.
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const close = () => dialog.current?.close()
  function dismiss() {
    close()
    onDismiss()
  }
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={heading}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault()
        dismiss()
      }}
      onMouseDown={(event) => {
        // Only the backdrop has the dialog itself as its target.
        if (event.target === event.currentTarget) dismiss()
      }}
    >
      <div className={classes.content}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        {children(close, dismiss)}
      </div>
    </dialog>
  )
}
