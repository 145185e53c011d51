import { useLocation } from 'react-router'

import { accountText } from '#lib/messages/account.ts'
import { TabBar } from '#ui/tabs.tsx'

import { withPlace } from '../panel-address.ts'
import { accountParts, type AccountPart } from '../search.ts'

const text = accountText.panel
const labels: Record<AccountPart, string> = {
  attributes: text.attributes,
  entitlements: text.entitlements,
  correlation: text.correlation,
  activity: text.activity,
  json: text.raw,
}

/** Each part has an address, which keeps the state of the list beside it. */
export function PartLinks({ part }: { part: AccountPart }) {
  const { search } = useLocation()
  const tabs = accountParts.map((id) => ({
    id,
    to: { search: withPlace(search, { part: id }) },
    label: labels[id],
    isCurrent: id === part,
  }))
  return <TabBar label={text.sections} tabs={tabs} isInPanel />
}
