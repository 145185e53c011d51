import { Suspense, useState } from 'react'

import { lazyPart } from '#lib/lazy-part.ts'
import { useShortcut } from '#ui/use-shortcut.ts'

const ShortcutList = lazyPart(async () => (await import('./shortcut-list.tsx')).ShortcutList)

/** `?` tells what the keyboard can do. */
export function Shortcuts() {
  const [isOpen, setIsOpen] = useState(false)
  useShortcut('?', () => setIsOpen(true))
  return <Suspense>{isOpen && <ShortcutList onClose={() => setIsOpen(false)} />}</Suspense>
}
