import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { Outlet, useNavigation } from 'react-router'

import { sessionQuery } from '#features/session/queries.ts'
import { firstFrameFollows } from '#lib/first-frame.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'
import { ConfirmHost } from '#ui/confirm.tsx'
import { PageSkeleton } from '#ui/empty-state.tsx'
import { LiveRegion } from '#ui/live-region.tsx'
import { ToastHost } from '#ui/toast-host.tsx'

import { Banners } from './banners.tsx'
import { FoldButton } from './fold-button.tsx'
import { NavLinks } from './nav-links.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { TopBar } from './top-bar.tsx'
import { useFolded } from './use-folded.ts'
import { useLinkClicks } from './use-link-clicks.ts'

import classes from './layout.module.css'

const NavDrawer = lazyPart(async () => (await import('./nav-drawer.tsx')).NavDrawer)

/** What stays while pages come and go. */
export function Layout() {
  const session = useQuery(sessionQuery)
  const [isFolded, fold] = useFolded()
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  // The frame is drawn after the elements are there, which only an effect is told.
  useEffect(firstFrameFollows, [])
  const links = { onClick: useLinkClicks() }
  return (
    <div className={classes.shell} data-folded={isFolded || undefined} {...links}>
      <a href="#content" className={classes.skip}>
        {t.skipToContent}
      </a>
      <TopBar session={session.data} onOpenNav={() => setDrawerOpen(true)} />
      <nav aria-label={t.nav.label} className={classes.nav}>
        <NavLinks isFolded={isFolded} />
        <FoldButton isFolded={isFolded} onFold={fold} />
      </nav>
      <Suspense>{isDrawerOpen && <NavDrawer onClose={() => setDrawerOpen(false)} />}</Suspense>
      <Main>
        <Banners session={session} />
        {/* A part that belongs to the page itself is fetched once the frame around it is there. */}
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </Main>
      <ConfirmHost />
      <Shortcuts />
      <ToastHost />
      <LiveRegion />
    </div>
  )
}

/** Of its own, since each key in a search box is a navigation, and nothing else here is about it. */
function Main({ children }: { children: ReactNode }) {
  const isOnTheWay = useNavigation().state !== 'idle'
  return (
    <main id="content" tabIndex={-1} className={classes.main} aria-busy={isOnTheWay}>
      {isOnTheWay && <div className={classes.progress} />}
      {children}
    </main>
  )
}
