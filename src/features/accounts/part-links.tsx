import { Link, useLocation } from 'react-router'

import { t } from '#lib/messages.ts'

import { accountParts, type AccountPart } from './search.ts'

import classes from './part-links.module.css'

const labels: Record<AccountPart, string> = {
  attributes: t.accounts.panel.attributes,
  entitlements: t.accounts.panel.entitlements,
  json: t.accounts.panel.raw,
}

/** Parts that are places: each has an address, which keeps the state of the list beside it. */
export function PartLinks({ part }: { part: AccountPart }) {
  const { search } = useLocation()
  return (
    <nav aria-label={t.accounts.panel.sections} className={classes.parts}>
      {accountParts.map((name) => (
        <Link
          key={name}
          to={{ search: withPart(search, name) }}
          replace
          preventScrollReset
          className={classes.part}
          aria-current={name === part ? 'page' : undefined}
        >
          {labels[name]}
        </Link>
      ))}
    </nav>
  )
}

function withPart(search: string, part: AccountPart) {
  const params = new URLSearchParams(search)
  if (part === accountParts[0]) params.delete('part')
  else params.set('part', part)
  return params.toString()
}
