import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { lazyPart } from '#lib/lazy-part.ts'

import { IconButton } from './icon-button.tsx'
import { Popup, type PopupTrigger } from './popup.tsx'

/** Nothing in a closed menu is needed for the first rows, nor how its keys work. */
const MenuItems = lazyPart(async () => (await import('./menu-items.tsx')).MenuItems)

type MenuProps = {
  /** Names the button and the menu: "Actions for Ann Brown". */
  label: string
  /**
   * {@link MenuItem}s, mounted only while the menu is open, so their hooks cost closed rows nothing.
   * A part that is fetched lazily keeps them out of the first load.
   */
  children: ReactNode
  trigger?: (props: PopupTrigger) => ReactNode
}

/** A menu behind a button: three dots unless another one is given. */
export function ActionMenu({ label, children, trigger }: MenuProps) {
  return (
    <Popup
      label={label}
      kind="menu"
      trigger={trigger ?? ((props) => <IconButton label={label} icon={IconDots} {...props} />)}
    >
      {() => <MenuItems>{children}</MenuItems>}
    </Popup>
  )
}
