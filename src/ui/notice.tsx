import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import classes from './notice.module.css'

type Props = {
  /** `warning`: something is not as it should be; `info`: something is to be known. */
  tone?: 'warning' | 'info'
  children: ReactNode
}

/** Something to be known about what is on screen, which stays where it is. */
export function Notice({ tone = 'warning', children }: Props) {
  const NoticeIcon = tone === 'warning' ? IconAlertTriangle : IconInfoCircle
  return (
    <div className={classes.notice} data-tone={tone} role="status">
      <NoticeIcon size={16} stroke={1.75} aria-hidden />
      <div className={classes.content}>{children}</div>
    </div>
  )
}
