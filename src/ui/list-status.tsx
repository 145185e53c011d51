import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'

import { clockTime } from '#lib/dates.ts'
import { t } from '#lib/messages.ts'

import { IconButton } from './icon-button.tsx'
import type { WindowedRows } from './use-windowed-rows.ts'

import classes from './list-status.module.css'

type Props = {
  list: Pick<WindowedRows<unknown>, 'asOf' | 'error' | 'isRefreshing' | 'isFirstLoad' | 'refresh'>
}

/** How fresh the rows on screen are, and what became of the last try to refresh them. */
export function ListStatus({ list }: Props) {
  const { asOf, error, isRefreshing, isFirstLoad, refresh } = list
  if (isFirstLoad || !asOf) return null
  return (
    <div className={classes.status} data-failed={error !== undefined || undefined}>
      {error && <IconAlertTriangle size={16} stroke={1.75} aria-hidden />}
      <span>{error ? t.refreshFailed(clockTime(asOf)) : t.asOf(clockTime(asOf))}</span>
      <span className={classes.refresh} data-busy={isRefreshing || undefined}>
        <IconButton label={t.refresh} icon={IconRefresh} onClick={refresh} />
      </span>
    </div>
  )
}
