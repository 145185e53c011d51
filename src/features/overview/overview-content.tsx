import { overviewText as text } from '#lib/messages/overview.ts'
import { Button } from '#ui/button.tsx'
import { NothingYet } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'

import { CountTable } from './count-table.tsx'
import { tablesOf, tilesOf, type Answers } from './numbers.ts'
import { Tiles } from './tiles.tsx'

import classes from './overview-content.module.css'

type Props = {
  answers: Answers
  isPartial: boolean
  /** Why nothing could be read of the tenant yet. */
  unread: string | undefined
  onRefresh: () => void
}

/** The numbers; or that there are none, and why. */
export function OverviewContent({ answers, isPartial, unread, onRefresh }: Props) {
  const total = answers.all?.total
  if (unread !== undefined) {
    const problem = { title: text.notRead, why: unread, advice: text.notReadText }
    return <ErrorPanel problem={{ kind: 'failed', ...problem }} onRetry={onRefresh} />
  }
  if (total === 0) {
    return (
      <NothingYet title={text.empty.none} text={text.empty.noneText}>
        <Button variant="default" onClick={onRefresh}>
          {text.empty.look}
        </Button>
      </NothingYet>
    )
  }
  const { status, type, password, lifecycle, source, privileged } = tablesOf(answers)
  const shared = { total, isPartial }
  const isCounting = !answers.all || !answers.enabled || !answers.unchanged
  return (
    <div className={classes.content} aria-busy={isCounting}>
      <Tiles tiles={tilesOf(answers)} isPartial={isPartial} />
      <div className={classes.tables}>
        <div className={classes.fixed}>
          <CountTable table={status} {...shared} />
          <CountTable table={type} {...shared} />
        </div>
        <div className={classes.risk}>
          <CountTable table={password} {...shared} />
          <CountTable table={privileged} {...shared} />
        </div>
        <div className={classes.lifecycle}>
          <CountTable table={lifecycle} {...shared} />
        </div>
        <div className={classes.source}>
          <CountTable table={source} {...shared} />
        </div>
      </div>
    </div>
  )
}
