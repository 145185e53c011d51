import { accountsUrl } from '#features/accounts/links.ts'
import { overviewText as text } from '#lib/messages/overview.ts'
import { formatCount } from '#lib/numbers.ts'
import { Hidden } from '#ui/hidden.tsx'
import { Link } from '#ui/link.tsx'

import type { Numbered } from './numbers.ts'

import classes from './number-link.module.css'

type Props = Pick<Numbered, 'label' | 'count' | 'who'> & { isPartial: boolean }

/** A number that opens its rows. Its link covers whatever is positioned around it. */
export function NumberLink({ label, count, who, isPartial }: Props) {
  const url = who && accountsUrl(who)
  if (count === undefined) return <span className={classes.skeleton} />
  if (!url) {
    return (
      <span>
        <Shown count={count} isPartial={isPartial} />
        {isPartial && <Hidden> {text.soFar}</Hidden>}
      </span>
    )
  }
  return (
    <Link to={url} className={classes.link} aria-label={text.rows(label, count, isPartial)}>
      <Shown count={count} isPartial={isPartial} />
    </Link>
  )
}

function Shown({ count, isPartial }: { count: number; isPartial: boolean }) {
  return (
    <>
      {formatCount(count)}
      {isPartial && <span aria-hidden>+</span>}
    </>
  )
}
