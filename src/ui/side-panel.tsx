import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'

import { t } from '#lib/messages.ts'

import { IconButton } from './icon-button.tsx'

import classes from './side-panel.module.css'

type Props = {
  /** What the panel shows, as its name: "Account ann.brown". */
  label: string
  /** Another one is another thing shown, to which the focus moves. */
  id: string
  title: ReactNode
  /** Beside the title, before the close button. */
  actions?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** Beside the list on wide screens, over it on others. Escape closes it; the focus goes back. */
export function SidePanel({ label, id, title, actions, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const opener = useRef<Element>(null)

  useEffect(() => {
    const { activeElement } = document
    // Going on to another row from within the panel leaves the first opener in place.
    if (!panel.current?.contains(activeElement)) opener.current = activeElement
    heading.current?.focus({ preventScroll: true })
  }, [id])

  useEffect(
    () => () => {
      const back = opener.current
      if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true })
    },
    [],
  )
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      // A menu or a dialog above the panel takes the key first.
      if (!document.querySelector(':popover-open, dialog[open]')) onClose()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onClose])

  return (
    <aside ref={panel} className={classes.panel} aria-label={label}>
      <header className={classes.header}>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        {actions}
        <IconButton label={t.close} icon={IconX} onClick={onClose} />
      </header>
      <div className={classes.body}>{children}</div>
    </aside>
  )
}
