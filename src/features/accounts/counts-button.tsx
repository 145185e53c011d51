import { IconListDetails } from '@tabler/icons-react'

import { listText } from '#lib/messages/accounts-list.ts'
import { Button } from '#ui/button.tsx'
import { Popup, type PopupTrigger } from '#ui/popup.tsx'

import { Facets } from './facets.tsx'
import type { AccountSearch } from './search.ts'
import { useRoomBeside } from './use-room-beside.ts'

const text = listText.counts

type Props = {
  hasPanel: boolean
  isShown: boolean
  onShow: (isShown: boolean) => void
  search: AccountSearch
  onChange: (change: Partial<AccountSearch>) => void
}

/** Shows and hides the counts beside the list, or opens them above it where there is no room. */
export function CountsButton({ hasPanel, isShown, onShow, ...facets }: Props) {
  if (useRoomBeside(hasPanel)) {
    return <Plain aria-expanded={isShown} onClick={() => onShow(!isShown)} />
  }
  return (
    <Popup label={text.title} kind="dialog" trigger={(props: PopupTrigger) => <Plain {...props} />}>
      {() => <Facets {...facets} />}
    </Popup>
  )
}

function Plain(props: Partial<PopupTrigger>) {
  const icon = <IconListDetails size={16} stroke={1.75} aria-hidden />
  return (
    <Button variant="default" leftSection={icon} {...props}>
      {text.title}
    </Button>
  )
}
