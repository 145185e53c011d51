import { useQuery } from '@tanstack/react-query'

import { explain } from '#api/explain.ts'
import type { SomeAccounts } from '#features/accounts/links.ts'
import { t } from '#lib/messages.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { Hidden } from '#ui/hidden.tsx'
import { Notice } from '#ui/notice.tsx'

import { AccountsNumber } from './accounts-number.tsx'
import { sourceNumbersQuery } from './count-queries.ts'

import classes from './source-numbers.module.css'

const text = sourceText.page

type Which = 'accounts' | 'uncorrelated' | 'locked' | 'disabled'

const narrowed: Record<Which, SomeAccounts> = {
  accounts: {},
  uncorrelated: { correlated: ['no'] },
  locked: { status: ['locked'] },
  disabled: { status: ['disabled'] },
}
const which: Which[] = ['accounts', 'uncorrelated', 'locked', 'disabled']

/** How many accounts the source has, and in which state; each number opens exactly those. */
export function SourceNumbers({ id, name }: { id: string; name: string }) {
  const { data, error } = useQuery(sourceNumbersQuery(id))
  return (
    <section aria-label={text.numbers}>
      {error && <Notice>{sourceText.countsFailed(explain(error).why)}</Notice>}
      {data?.isPartial && <Notice tone="info">{text.partial}</Notice>}
      <ul className={classes.tiles}>
        {which.map((each) => (
          <li key={each} className={classes.tile}>
            <span className={classes.label}>{text[each]}</span>
            <span className={classes.number}>
              {data || error ? (
                <AccountsNumber
                  what={text[each]}
                  source={name}
                  count={data?.[each]}
                  isPartial={data?.isPartial ?? false}
                  who={{ source: [id], ...narrowed[each] }}
                />
              ) : (
                <span className={classes.skeleton}>
                  <Hidden>{t.loading}</Hidden>
                </span>
              )}
            </span>
            <span className={classes.note}>{text.notes[each]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
