import { accountParts, type AccountPart } from './search.ts'

/** A part of the account's panel, and what is open within it. */
export type PanelPlace = { part: AccountPart; layer?: string }

type Address = { pathname: string; search: string }

/** The account in the panel of the list that is on screen, whose own state stays. */
export function panelAddress(here: Address, accountId: string, place: PanelPlace): Address {
  const identity = /^\/identities\/[^/]+/.exec(here.pathname)?.[0] ?? ''
  const pathname = `${identity}/accounts/${encodeURIComponent(accountId)}`
  return { pathname, search: withPlace(here.search, place) }
}

/** The same address with another part of the panel, or something else open within it. */
export function withPlace(search: string, { part, layer }: PanelPlace): string {
  const params = withoutPlace(search)
  if (part !== accountParts[0]) params.set('part', part)
  if (layer) params.set('layer', layer)
  return params.toString()
}

/** The list's own state: what is open in its panel is nothing to the list. */
export function withoutPlace(search: string): URLSearchParams {
  const params = new URLSearchParams(search)
  params.delete('part')
  params.delete('layer')
  return params
}
