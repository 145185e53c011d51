import { IconFilterOff, IconInbox, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { t } from '#lib/messages.ts'

import { Button } from './button.tsx'
import { Hidden } from './hidden.tsx'

import classes from './empty-state.module.css'
import hidden from './hidden.module.css'

type Props = { icon?: Icon; title: string; text: string; children?: ReactNode }

/** There is nothing, and that is the truth: no filter hides it and no failure. */
export function NothingYet({ icon: StateIcon = IconInbox, title, text, children }: Props) {
  return (
    <div className={classes.state}>
      <StateIcon size={20} stroke={1.75} aria-hidden />
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  )
}

/** Rows there may be, but none that fits what is asked for. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <NothingYet icon={IconFilterOff} title={t.empty.noMatch} text={t.empty.noMatchText}>
      <Button variant="default" onClick={onClear}>
        {t.empty.clear}
      </Button>
    </NothingYet>
  )
}

/** A page of which nothing is known yet, not even what it is called. */
export function PageSkeleton() {
  return (
    <>
      <h1 className={hidden.hidden}>{t.loading}</h1>
      <SkeletonLines />
    </>
  )
}

/** Lines of text to come, for what is not a table. */
export function SkeletonLines({ lines = 6 }: { lines?: number }) {
  return (
    <div className={classes.lines} aria-busy>
      <Hidden>{t.loading}</Hidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={classes.line} data-length={(line * 3) % 4} />
      ))}
    </div>
  )
}
