import { runText as text } from '#lib/messages/runs.ts'
import { TabBar } from '#ui/tabs.tsx'

import { itemSearchToUrl, type ItemSearch } from './item-search.ts'

export type OnlyTab = { only: string; label: string; count: number }

type Props = { label: string; total: number; tabs: OnlyTab[]; search: ItemSearch }

/** All accounts, and those of each kind: the kinds with some, and the one that is open. */
export function OnlyTabs({ label, total, tabs, search }: Props) {
  const { q, only } = search
  const all = { only: '', label: text.all, count: total }
  const shown = [all, ...tabs.filter((tab) => tab.count > 0 || tab.only === only)]
  return (
    <TabBar
      label={label}
      tabs={shown.map((tab) => ({
        id: tab.only || 'all',
        to: { search: itemSearchToUrl({ q, only: tab.only, at: 0 }).toString() },
        label: text.some(tab.label, tab.count),
        isCurrent: tab.only === only,
      }))}
    />
  )
}
