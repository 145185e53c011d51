import { IconMenu2 } from '@tabler/icons-react'
import { Suspense } from 'react'

import type { Session } from '#api/client.ts'
import { SearchOpener } from '#features/search/search-opener.tsx'
import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Link } from '#ui/link.tsx'

import { places } from './nav-links.tsx'
import { OperatorMenu } from './operator-menu.tsx'
import { tenantColour } from './tenant-colour.ts'
import { TenantWait } from './tenant-wait.tsx'
import { ThemeMenu } from './theme-menu.tsx'

import classes from './top-bar.module.css'

/** Not needed before the first rows are there. */
const OpenRuns = lazyPart(async () => (await import('#features/runs/open-runs.tsx')).OpenRuns)
const WatchRuns = lazyPart(
  async () => (await import('#features/accounts/watch-runs.tsx')).WatchRuns,
)

type Props = { session: Session | undefined; onOpenNav: () => void }

export function TopBar({ session, onOpenNav }: Props) {
  // So that production is never mistaken for a sandbox: each tenant has its own colour.
  const colour = session ? tenantColour(session.tenant.baseUrl) : undefined
  return (
    <header className={classes.bar} data-colour={colour}>
      <span className={classes.menu}>
        <IconButton label={t.nav.open} icon={IconMenu2} onClick={onOpenNav} />
      </span>
      <Link to="/overview" className={classes.brand} aria-label={t.appName}>
        <img src="/icon.svg" alt="" width={20} height={20} />
        <span className={classes.name}>{t.appName}</span>
      </Link>
      {session && (
        <span className={classes.tenant} title={session.tenant.baseUrl}>
          <span className={classes.mark} aria-hidden />
          <span className={classes.tenantName}>{session.tenant.name}</span>
        </span>
      )}
      <SearchOpener places={places} />
      <TenantWait />
      {session && (
        <Suspense>
          <OpenRuns />
          <WatchRuns />
        </Suspense>
      )}
      <span className={classes.end}>
        <ThemeMenu />
        {session && <OperatorMenu session={session} />}
      </span>
    </header>
  )
}
