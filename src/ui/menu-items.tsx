import { IconCheck, type Icon } from '@tabler/icons-react'
import { useId, type KeyboardEvent, type ReactNode } from 'react'

import classes from './action-menu.module.css'

type ItemProps = {
  label: string
  icon?: Icon
  /** Why it is not possible now. The item stays, and says so. */
  blocked?: string
  isDestructive?: boolean
  onSelect: () => void
}

export function MenuItem({ label, icon: ItemIcon, blocked, isDestructive, onSelect }: ItemProps) {
  const reason = useId()
  return (
    <button
      type="button"
      role="menuitem"
      className={classes.item}
      data-destructive={isDestructive || undefined}
      // Not `disabled`: a reason that the keyboard cannot reach is no reason.
      aria-disabled={blocked ? true : undefined}
      aria-describedby={blocked ? reason : undefined}
      tabIndex={-1}
      onClick={(event) => {
        if (blocked) return
        // Closed first, so that what opens next returns the focus to the menu's button.
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
        onSelect()
      }}
    >
      {ItemIcon && <ItemIcon size={16} stroke={1.75} aria-hidden />}
      <span className={classes.text}>
        {label}
        {blocked && (
          <span id={reason} className={classes.reason}>
            {blocked}
          </span>
        )}
      </span>
    </button>
  )
}

type ChoiceProps = { label: string; icon?: Icon; isChosen: boolean; onSelect: () => void }

/** One of several items of which exactly one holds. */
export function MenuChoice({ label, icon: ItemIcon, isChosen, onSelect }: ChoiceProps) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={isChosen}
      className={classes.item}
      tabIndex={-1}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
        onSelect()
      }}
    >
      {ItemIcon && <ItemIcon size={16} stroke={1.75} aria-hidden />}
      <span className={classes.text}>{label}</span>
      {isChosen && <IconCheck size={16} stroke={1.75} className={classes.check} aria-hidden />}
    </button>
  )
}

/** The items of a menu, which the arrow keys and first letters move between. */
export function MenuItems({ children }: { children: ReactNode }) {
  return (
    <div role="presentation" onKeyDown={moveInMenu}>
      {children}
    </div>
  )
}

function moveInMenu(event: KeyboardEvent<HTMLDivElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')]
  const at = items.findIndex((item) => item === document.activeElement)
  const next = nextItem(event, items, at)
  if (event.key === 'Tab') event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
  if (!next) return
  event.preventDefault()
  next.focus()
}

function nextItem({ key, ctrlKey, metaKey }: KeyboardEvent, items: HTMLElement[], at: number) {
  if (key === 'ArrowDown') return items[(at + 1) % items.length]
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey) return undefined
  const starts = ({ textContent }: HTMLElement) =>
    textContent?.toLowerCase().startsWith(key.toLowerCase())
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(starts)
}
