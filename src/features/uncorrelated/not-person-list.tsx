import { useInfiniteQuery, useMutation } from '@tanstack/react-query'

import { explain } from '#api/explain.ts'
import { uncorrelatedText as text } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'
import { RelativeTime } from '#ui/cells.tsx'
import { NothingYet, SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { announce } from '#ui/live-region.tsx'

import { AsideItem, PutBackButton } from './aside-item.tsx'
import { accountName } from './names.ts'
import { notPersonsQuery, putBackNotPerson, type NotPerson } from './not-persons.ts'

import classes from './aside-list.module.css'

/** The accounts that operators have marked, who did and when, and the way back. */
export function NotPersonList() {
  const list = useInfiniteQuery(notPersonsQuery)
  const { data, error, refetch, hasNextPage, isFetchingNextPage } = list
  if (error && !data) return <ErrorPanel problem={explain(error)} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines />
  const items = data.pages.flatMap((page) => page.items)
  const isPartial = data.pages.at(-1)?.partial === true
  if (items.length === 0) {
    return isPartial ? (
      <NothingYet title={text.empty.noneYet} text={text.empty.noneYetText} />
    ) : (
      <NothingYet title={text.empty.machine} text={text.empty.machineText} />
    )
  }
  return (
    <>
      <p className={classes.note}>
        {text.empty.machineNote} {isPartial && text.empty.machinePartial}
      </p>
      <ul className={classes.list} aria-label={text.views.machine}>
        {items.map((item) => (
          <MarkedItem key={item.account.id} item={item} />
        ))}
      </ul>
      {hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            aria-disabled={isFetchingNextPage || undefined}
            onClick={() => void list.fetchNextPage()}
          >
            {isFetchingNextPage ? text.loadingMore : text.moreMarked}
          </Button>
        </div>
      )}
    </>
  )
}

function MarkedItem({ item: { account, markedAt, markedBy } }: { item: NotPerson }) {
  const putBack = useMutation(putBackNotPerson)
  const name = accountName(account)
  return (
    <AsideItem
      account={account}
      note={
        <>
          {text.markedBy(markedBy)} <RelativeTime value={markedAt} />
        </>
      }
    >
      <PutBackButton
        name={name}
        isBusy={putBack.isPending}
        onPutBack={() => putBack.mutate(account.id, { onSuccess: () => announce(text.back(name)) })}
      />
    </AsideItem>
  )
}
