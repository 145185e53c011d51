import { IconSearch } from '@tabler/icons-react'
import { Suspense, useState } from 'react'

import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'
import { useShortcut } from '#ui/use-shortcut.ts'

import type { Place } from './results.ts'

import classes from './search-opener.module.css'

const Palette = lazyPart(async () => (await import('./palette.tsx')).Palette)

/** The search field of the top bar, which opens the palette; so does Ctrl+K, from anywhere. */
export function SearchOpener({ places }: { places: readonly Place[] }) {
  const [isOpen, setIsOpen] = useState(false)
  useShortcut('k', () => setIsOpen(true), true)
  return (
    <>
      <button
        type="button"
        className={classes.opener}
        aria-label={t.search}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        onClick={() => setIsOpen(true)}
      >
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={classes.label}>{t.search}</span>
        <kbd className={classes.key}>{navigator.platform.startsWith('Mac') ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <Suspense>{isOpen && <Palette places={places} onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  )
}
