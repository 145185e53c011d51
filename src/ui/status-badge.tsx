import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconHelpCircle,
  IconLoader2,
  IconLock,
  type Icon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { t } from '#lib/messages.ts'

import classes from './status-badge.module.css'

export type Tone = 'good' | 'bad' | 'warning' | 'busy' | 'off'

/** A state as icon, colour and text, never by colour alone. */
export function StatusText(props: { tone: Tone; icon: Icon; children: ReactNode }) {
  const { tone, icon: StatusIcon, children } = props
  return (
    <span className={classes.status} data-tone={tone}>
      <StatusIcon size={16} stroke={1.75} aria-hidden />
      {children}
    </span>
  )
}

export type Status = keyof typeof statuses

const statuses = {
  enabled: { tone: 'good', icon: IconCircleCheck },
  disabled: { tone: 'off', icon: IconBan },
  locked: { tone: 'warning', icon: IconLock },
  pending: { tone: 'busy', icon: IconLoader2 },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  unconfirmed: { tone: 'warning', icon: IconHelpCircle },
} as const satisfies Record<string, { tone: Tone; icon: Icon }>

/** The words of an account's status (PRODUCT.md §2). */
export function StatusBadge({ status }: { status: Status }) {
  return <StatusText {...statuses[status]}>{t.status[status]}</StatusText>
}
