import { Facets } from './facets.tsx'
import type { AccountSearch } from './search.ts'
import { useRoomBeside } from './use-room-beside.ts'

type Props = {
  hasPanel: boolean
  search: AccountSearch
  onChange: (change: Partial<AccountSearch>) => void
}

/** The counts beside the list. Where there is no room nothing is counted. */
export function CountsColumn({ hasPanel, ...props }: Props) {
  return useRoomBeside(hasPanel) && <Facets {...props} />
}
