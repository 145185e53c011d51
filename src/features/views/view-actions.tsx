import {
  IconArrowBackUp,
  IconBookmarkEdit,
  IconHome,
  IconHomeOff,
  IconLink,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
} from '@tabler/icons-react'

import { viewText } from '#lib/messages/views.ts'
import { MenuItem } from '#ui/menu-items.tsx'

import type { Present } from './state.ts'
import { useViewCalls } from './use-view-calls.ts'

import classes from './views-menu.module.css'

type Props = { present: Present; onRename: () => void }

/** What can be done with the view that the list shows. */
export function ViewActions({ present: { view, isChanged }, onRename }: Props) {
  const { name, pinned, isDefault } = view
  const { update, revert, pin, setDefault, copyLink, remove } = useViewCalls(view)
  return (
    <div role="group" aria-label={viewText.actions(name)}>
      <div className={classes.heading} aria-hidden>
        {name}
      </div>
      {isChanged && (
        <>
          <MenuItem label={viewText.update} icon={IconBookmarkEdit} onSelect={update} />
          <MenuItem label={viewText.revert} icon={IconArrowBackUp} onSelect={revert} />
        </>
      )}
      <MenuItem label={viewText.rename} icon={IconPencil} onSelect={onRename} />
      <MenuItem
        label={pinned ? viewText.unpin : viewText.pin}
        icon={pinned ? IconPinnedOff : IconPin}
        onSelect={pin}
      />
      <MenuItem
        label={isDefault ? viewText.clearDefault : viewText.makeDefault}
        icon={isDefault ? IconHomeOff : IconHome}
        onSelect={setDefault}
      />
      <MenuItem label={viewText.copyLink} icon={IconLink} onSelect={() => void copyLink()} />
      <MenuItem
        label={viewText.delete}
        icon={IconTrash}
        isDestructive
        onSelect={() => void remove()}
      />
    </div>
  )
}
