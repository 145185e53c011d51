import type { Account } from '#api/client.ts'
import { StatusBadge } from '#ui/status-badge.tsx'

import { usePending } from './pending.ts'

import classes from './account-status.module.css'

/** Disabled or enabled, locked besides, and *Pending* while one of our actions is under way. */
export function AccountStatus({ account: { id, disabled, locked } }: { account: Account }) {
  const action = usePending(id)
  return (
    <span className={classes.status}>
      {action ? (
        <StatusBadge status="pending" />
      ) : (
        <StatusBadge status={disabled ? 'disabled' : 'enabled'} />
      )}
      {locked && <StatusBadge status="locked" />}
    </span>
  )
}
