import {
  Suspense,
  useId,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'

import { lazyPart } from '#lib/lazy-part.ts'

/** Goes onto the button that opens it: the browser opens, closes and returns the focus. */
export type PopupTrigger = {
  popoverTarget: string
  'aria-haspopup': 'menu' | 'dialog'
  'aria-expanded': boolean
  onClick: (event: MouseEvent) => void
}

export type PopupContent = {
  label: string
  kind: 'menu' | 'dialog'
  /** Mounted only while it is open. */
  children: (close: () => void) => ReactNode
  onClose?: () => void
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void
}

type Props = PopupContent & {
  trigger: (props: PopupTrigger) => ReactNode
  isOpenAtFirst?: boolean
}

const PopupPanel = lazyPart(async () => (await import('./popup-panel.tsx')).PopupPanel)

/**
 * A menu or a small editor above everything else, through the popover of the platform. Until it is
 * first opened there is nothing but its button, since a list has one in each row.
 */
export function Popup({ trigger, isOpenAtFirst = false, ...content }: Props) {
  const id = useId()
  const [isWanted, want] = useState(isOpenAtFirst)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      {trigger({
        popoverTarget: id,
        'aria-haspopup': content.kind,
        'aria-expanded': isOpen,
        onClick: (event) => {
          if (isWanted) return
          // The popup opens itself once it is there, and the browser would close it again.
          event.preventDefault()
          want(true)
        },
      })}
      {isWanted && (
        <Suspense>
          <PopupPanel {...content} id={id} onToggle={setIsOpen} />
        </Suspense>
      )}
    </>
  )
}
