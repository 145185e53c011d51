import { useLocation } from 'react-router'

import { accountText } from '#lib/messages/account.ts'
import { TabBar } from '#ui/tabs.tsx'

import { accountParts, type AccountPart } from './search.ts'

const text = accountText.panel
const labels: Record<AccountPart, string> = {
  attributes: text.attributes,
  entitlements: text.entitlements,
  json: text.raw,
}

/** Each part has an address, which keeps the state of the list beside it. */
export function PartLinks({ part }: { part: AccountPart }) {
  const { search } = useLocation()
  const tabs = accountParts.map((id) => ({
    id,
    to: { search: withPart(search, id) },
    label: labels[id],
    isCurrent: id === part,
  }))
  return <TabBar label={text.sections} tabs={tabs} isInPanel />
}

function withPart(search: string, part: AccountPart) {
  const params = new URLSearchParams(search)
  if (part === accountParts[0]) params.delete('part')
  else params.set('part', part)
  return params.toString()
}
