import { IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'

import { accountPath } from '#features/accounts/links.ts'
import { runPath } from '#features/runs/links.ts'
import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'
import { TrackingId } from '#ui/error-panel.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Link } from '#ui/link.tsx'

import { hideOutcome, startAccept, summaryOf, type Outcome } from './accept-store.ts'
import { isOpen, needsSomebody } from './accept.ts'
import { askFirst } from './authoritative.ts'
import { VerdictStatus } from './bench-row.tsx'

import classes from './outcome-panel.module.css'

const text = uncorrelatedText.outcome

/** How far a set of accounts is, and by name those that need somebody. */
export function OutcomePanel({ outcome: { verdicts, batch, runId } }: { outcome: Outcome }) {
  const client = useQueryClient()
  const all = batch.flatMap((id) => verdicts.get(id) ?? [])
  const open = all.filter(isOpen).length
  const left = needsSomebody(all)
  const failed = left.filter(({ state }) => state === 'failed')
  return (
    <section className={classes.panel} aria-label={text.label}>
      <div className={classes.head}>
        <p role="status" className={classes.summary}>
          {summaryOf(all)}
        </p>
        {runId && <Link to={runPath(runId)}>{text.run}</Link>}
        {open === 0 && failed.length > 0 && (
          <Button
            variant="default"
            onClick={() => void askFirst(failed).then((meant) => startAccept(client, meant))}
          >
            {text.retry(failed.length)}
          </Button>
        )}
        {open === 0 && <IconButton label={text.close} icon={IconX} onClick={hideOutcome} />}
      </div>
      {open > 0 && (
        <>
          <progress
            className={classes.progress}
            aria-label={text.label}
            value={all.length - open}
            max={all.length}
          />
          <p className={classes.dim}>{text.stays}</p>
        </>
      )}
      {left.length > 0 && (
        <ul className={classes.list}>
          {left.map((verdict) => (
            <li key={verdict.account.id} className={classes.item}>
              <span>
                <Link to={accountPath(verdict.account.id)}>{verdict.account.name}</Link>{' '}
                <span className={classes.dim}>{verdict.account.sourceName}</span>
              </span>
              <VerdictStatus verdict={verdict} />
              {verdict.words && <p className={classes.words}>{verdict.words}</p>}
              {verdict.trackingId && <TrackingId id={verdict.trackingId} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
