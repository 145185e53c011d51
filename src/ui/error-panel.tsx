import { IconAlertTriangle, IconLock, IconPlugConnectedX, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { t } from '#lib/messages.ts'

import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'

import classes from './empty-state.module.css'

/** A failure as it is told: what failed, why in the tenant's words, what to do. */
export type Problem = {
  kind: 'forbidden' | 'not-found' | 'unreachable' | 'failed'
  title: string
  /** In the words of whoever refused it. */
  why: string
  advice?: string
  trackingId?: string
}

type Props = { problem: Problem; onRetry?: () => void; children?: ReactNode; level?: 'h1' | 'h2' }

const icons: Record<Problem['kind'], Icon> = {
  forbidden: IconLock,
  'not-found': IconAlertTriangle,
  unreachable: IconPlugConnectedX,
  failed: IconAlertTriangle,
}

export function ErrorPanel({ problem, onRetry, children, level: Heading = 'h2' }: Props) {
  const { kind, title, why, advice, trackingId } = problem
  const ProblemIcon = icons[kind]
  return (
    <div className={classes.state} role="alert" data-kind={kind}>
      <ProblemIcon size={20} stroke={1.75} aria-hidden />
      <Heading className={classes.title}>{title}</Heading>
      <p className={classes.why}>{why}</p>
      {advice && <p className={classes.text}>{advice}</p>}
      {trackingId && <TrackingId id={trackingId} />}
      {(onRetry ?? children) && (
        <div className={classes.actions}>
          {onRetry && <Button onClick={onRetry}>{t.retry}</Button>}
          {children}
        </div>
      )}
    </div>
  )
}

/** What a user quotes to have the failure found in the tenant's logs. */
export function TrackingId({ id }: { id: string }) {
  return (
    <p className={classes.tracking}>
      {t.trackingId} <code>{id}</code> <CopyButton value={id} what={t.trackingIdLower} />
    </p>
  )
}
