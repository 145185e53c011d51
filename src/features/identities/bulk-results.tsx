import { identityText } from '#lib/messages/identities.ts'
import { Link } from '#ui/link.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StatusBadge, type Status } from '#ui/status-badge.tsx'

import { showBulk, type BulkRun } from './bulk-store.ts'
import { byUrgency, countOf, isOpen, type BulkAction, type Verdict } from './bulk.ts'
import { identityPath } from './columns.tsx'

import classes from './bulk-results.module.css'

const text = identityText.results
const close = () => showBulk(false)

/** What became of each identity, the failed ones first and by name. */
export function BulkResults({ run: { action, verdicts } }: { run: BulkRun }) {
  const total = verdicts.length
  const open = verdicts.filter(isOpen).length
  const summary =
    open > 0
      ? text.progress(total - open, total)
      : text.finished(
          countOf(verdicts, 'confirmed'),
          countOf(verdicts, 'failed'),
          countOf(verdicts, 'unconfirmed'),
        )
  const title = action === 'disable' ? text.titleDisable(total) : text.titleEnable(total)
  return (
    <SidePanel id="results" label={text.label} title={title} onClose={close}>
      <p role="status" className={classes.summary}>
        {summary}
      </p>
      <ul className={classes.list}>
        {byUrgency(verdicts).map((verdict) => (
          <li key={verdict.id} className={classes.item}>
            <Link to={identityPath(verdict.id)}>{verdict.name}</Link>
            <VerdictStatus verdict={verdict} action={action} />
            {verdict.words && <p className={classes.words}>{verdict.words}</p>}
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}

function VerdictStatus({ verdict: { state }, action }: { verdict: Verdict; action: BulkAction }) {
  const done: Status = action === 'disable' ? 'disabled' : 'enabled'
  const badges: Record<Verdict['state'], Status> = {
    sending: 'pending',
    accepted: 'pending',
    unknown: 'pending',
    confirmed: done,
    failed: 'failed',
    unconfirmed: 'unconfirmed',
  }
  return <StatusBadge status={badges[state]} />
}
