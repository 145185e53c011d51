import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'

import { t } from '#lib/messages.ts'
import { IconButton } from '#ui/icon-button.tsx'

import { NavLinks } from './nav-links.tsx'

import classes from './nav-drawer.module.css'

/** The navigation on narrow screens, over the page. */
export function NavDrawer({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const drawer = dialog.current
    if (!drawer?.open) drawer?.showModal()
    // Nothing to see it by once the screen is wide.
    const wide = matchMedia('(min-width: 768px)')
    const close = () => drawer?.close()
    wide.addEventListener('change', close)
    return () => wide.removeEventListener('change', close)
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classes.drawer}
      aria-label={t.nav.label}
      onClose={onClose}
      onMouseDown={(event) => {
        // Only the backdrop has the dialog itself as its target.
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <nav aria-label={t.nav.label} className={classes.content}>
        <div className={classes.head}>
          <strong>{t.appName}</strong>
          <IconButton label={t.nav.close} icon={IconX} onClick={() => dialog.current?.close()} />
        </div>
        <NavLinks onGo={() => dialog.current?.close()} />
      </nav>
    </dialog>
  )
}
