import { IconHourglass } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

import { t } from '#lib/messages.ts'

import classes from './tenant-wait.module.css'

/** That the tenant asks to wait, and for how long. */
export function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.ceil((until - now) / 1000)
  return (
    <span className={classes.wait} title={t.tenant.wait}>
      <IconHourglass size={16} stroke={1.75} aria-hidden />
      <span className={classes.words}>{t.tenant.wait}</span>
      {/* Not read out: a second is too short to say it. */}
      <span className={classes.seconds} aria-hidden>
        {seconds > 0 && t.tenant.waitSeconds(seconds)}
      </span>
    </span>
  )
}
