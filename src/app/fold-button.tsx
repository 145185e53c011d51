import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'

import { t } from '#lib/messages.ts'
import { IconButton } from '#ui/icon-button.tsx'

import classes from './fold-button.module.css'

type Props = { isFolded: boolean; onFold: (isFolded: boolean) => void }

export function FoldButton({ isFolded, onFold }: Props) {
  return (
    <div className={classes.fold}>
      <IconButton
        label={isFolded ? t.nav.unfold : t.nav.fold}
        icon={isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse}
        onClick={() => onFold(!isFolded)}
      />
    </div>
  )
}
