import { explain } from '#api/explain.ts'
import { identityText } from '#lib/messages/identities.ts'
import { TrackingId } from '#ui/error-panel.tsx'
import { StatusBadge } from '#ui/status-badge.tsx'

import type { LastSwitch } from './use-log-in-switch.ts'

import classes from './identity-page.module.css'

const text = identityText.logIn

type Said = {
  status: 'pending' | 'failed' | 'unconfirmed'
  words: string
  trackingId?: string | null | undefined
}

/** What became of the last switch of a log-in; nothing once it is done, for it shows then. */
export function LogInVerdict({ last }: { last: LastSwitch | undefined }) {
  const said = last && saidOf(last)
  return (
    <div role="status">
      {said && (
        <div className={classes.verdict}>
          <StatusBadge status={said.status} />
          {said.words}
          {said.trackingId && <TrackingId id={said.trackingId} />}
        </div>
      )}
    </div>
  )
}

function saidOf(last: LastSwitch): Said | undefined {
  if (last.is === 'pending') return { status: 'pending', words: text.waiting }
  if (last.is === 'refused') {
    const { why, trackingId } = explain(last.error)
    return { status: 'failed', words: why, trackingId }
  }
  const { verdict } = last
  if (verdict.is === 'kept') return { status: 'failed', words: verdict.words }
  const { state, words, trackingId } = verdict.item
  if (state === 'done') return undefined
  const status = state === 'failed' ? 'failed' : 'unconfirmed'
  return { status, words: words ?? text.notShown, trackingId }
}
