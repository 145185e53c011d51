import { IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'

import { t } from '#lib/messages.ts'
import { shortcutText } from '#lib/messages/shortcuts.ts'
import { IconButton } from '#ui/icon-button.tsx'

import classes from './shortcut-list.module.css'

export function ShortcutList({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    // Called again by StrictMode, on a dialog that is already open.
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onMouseDown={(event) => {
        // Only the backdrop has the dialog itself as its target.
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {shortcutText.title}
        </h2>
        <IconButton label={t.close} icon={IconX} onClick={() => dialog.current?.close()} />
      </div>
      <dl className={classes.list}>
        {shortcutText.list.map(({ keys, does }) => (
          <div key={does} className={classes.row}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} className={classes.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
