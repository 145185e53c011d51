import { IconPlugConnectedX, IconWifiOff } from '@tabler/icons-react'
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'

import type { Session } from '#api/client.ts'
import { t } from '#lib/messages.ts'

import classes from './banners.module.css'

/** What concerns every page: no network, or a tenant that does not let the console in. */
export function Banners({ session }: { session: UseQueryResult<Session> }) {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  useRecovery(session.isError)
  return (
    <div role="status">
      {!isOnline && (
        <p className={classes.banner}>
          <IconWifiOff size={16} stroke={1.75} aria-hidden />
          {t.tenant.offline}
        </p>
      )}
      {isOnline && session.isError && (
        <p className={classes.banner} data-tone="bad">
          <IconPlugConnectedX size={16} stroke={1.75} aria-hidden />
          <span>
            {session.error.message} {t.tenant.recheck}{' '}
            <button type="button" onClick={() => void session.refetch()}>
              {t.tenant.checkNow}
            </button>
          </span>
        </p>
      )}
    </div>
  )
}

/** Once the tenant is back, what failed in the meantime is read again without anyone asking. */
function useRecovery(isDown: boolean) {
  const client = useQueryClient()
  const wasDown = useRef(false)
  useEffect(() => {
    if (wasDown.current && !isDown) {
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    }
    wasDown.current = isDown
  }, [client, isDown])
}

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
