import { identityText } from '#lib/messages/identities.ts'
import { StatusBadge } from '#ui/status-badge.tsx'

import { useBulkRun } from './bulk-store.ts'
import { isOpen } from './bulk.ts'

import classes from './identity-page.module.css'

/** What became of the last change to this log-in; nothing once it is confirmed, for it shows then. */
export function LogInVerdict({ id }: { id: string }) {
  const verdict = useBulkRun()?.verdicts.find((item) => item.id === id)
  const isSaid = verdict && verdict.state !== 'confirmed'
  return (
    <div role="status">
      {isSaid && (
        <p className={classes.verdict}>
          <StatusBadge
            status={
              isOpen(verdict) ? 'pending' : verdict.state === 'failed' ? 'failed' : 'unconfirmed'
            }
          />
          {verdict.words ?? (isOpen(verdict) && identityText.results.states.accepted)}
        </p>
      )}
    </div>
  )
}
