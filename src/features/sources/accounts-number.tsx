import { accountsUrl, type SomeAccounts } from '#features/accounts/links.ts'
import { t } from '#lib/messages.ts'
import { sourceText as text } from '#lib/messages/sources.ts'
import { formatCount } from '#lib/numbers.ts'
import { NoValue } from '#ui/cells.tsx'
import { Link } from '#ui/link.tsx'

import classes from './accounts-number.module.css'

type Props = {
  /** What is counted, and of which source: the number alone says nothing when it is heard alone. */
  what: string
  source: string
  count: number | undefined
  isPartial: boolean
  who: SomeAccounts
  /** In a row of a list, which is the tab stop itself. */
  isInRow?: boolean
}

/** A number of accounts, as a link to exactly those. */
export function AccountsNumber({ what, source, count, isPartial, who, isInRow }: Props) {
  const url = accountsUrl(who)
  if (count === undefined) return <NoValue label={t.unknown} />
  const shown = (
    <>
      {formatCount(count)}
      {isPartial && <span aria-hidden>+</span>}
    </>
  )
  if (!url) return <span>{shown}</span>
  return (
    <Link
      to={url}
      className={classes.link}
      aria-label={text.rows(what, source, count, isPartial)}
      tabIndex={isInRow ? -1 : undefined}
    >
      {shown}
    </Link>
  )
}
