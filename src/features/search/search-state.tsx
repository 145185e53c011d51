import type { UseQueryResult } from '@tanstack/react-query'

import { explain } from '#api/explain.ts'
import { t } from '#lib/messages.ts'
import { searchText } from '#lib/messages/search.ts'
import { Button } from '#ui/button.tsx'

import type { SearchAnswer } from './queries.ts'

import classes from './palette.module.css'

type Props = { q: string; search: UseQueryResult<SearchAnswer>; hasResults: boolean }

/** What there is to say where there are no results, or not all of them. */
export function SearchState({ q, search, hasResults }: Props) {
  if (q === '') return null
  const { data, error, isFetching } = search
  if (error && !isFetching) {
    const { title, why } = explain(error)
    return (
      <div className={classes.state} role="alert">
        <p className={classes.stateTitle}>{title}</p>
        <p>{why}</p>
        <Button variant="default" onClick={() => void search.refetch()}>
          {t.retry}
        </Button>
      </div>
    )
  }
  if (!data || search.isPlaceholderData) {
    return <p className={classes.waiting}>{searchText.searching}</p>
  }
  const isWhole = data.identities.complete && data.accounts.complete
  if (hasResults) return isWhole ? null : <p className={classes.note}>{searchText.incomplete}</p>
  return (
    <div className={classes.state}>
      <p className={classes.stateTitle}>{searchText.nothing(q)}</p>
      <p>{q.length < 3 ? searchText.shortText : searchText.nothingText}</p>
      {!isWhole && <p>{searchText.incomplete}</p>}
    </div>
  )
}
