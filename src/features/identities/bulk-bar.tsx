import { Suspense, useId } from 'react'

import type { Identity } from '#api/client.ts'
import { IdentityAccountButtons } from '#features/runs/offered.ts'
import { identityText } from '#lib/messages/identities.ts'
import { Button } from '#ui/button.tsx'
import type { RowSelection } from '#ui/use-row-selection.ts'

import type { BulkAction } from './bulk.ts'
import { nameOf } from './name-of.ts'
import { useLogInSwitch } from './use-log-in-switch.ts'

import classes from './bulk-bar.module.css'

const text = identityText.bulk

/** What can be done with the selected identities. It takes its place below the list, not over it. */
export function BulkBar({ selection }: { selection: RowSelection<Identity> }) {
  const reasonId = useId()
  const items = selection.rows().map((row) => ({ id: row.id, name: nameOf(row) }))
  const { blocked, start } = useLogInSwitch(items)
  const reason = blocked('enable') ?? blocked('disable')
  const action = (id: BulkAction, label: string) => (
    <Button
      variant="default"
      // Not `disabled`: the reason has to be within reach of the keyboard.
      aria-disabled={blocked(id) ? true : undefined}
      data-disabled={blocked(id) ? true : undefined}
      aria-describedby={blocked(id) ? reasonId : undefined}
      onClick={() => {
        if (!blocked(id)) void start(id)
      }}
    >
      {label}
    </Button>
  )
  return (
    <section className={classes.bar} aria-label={text.label}>
      <strong className={classes.count}>{text.selected(items.length)}</strong>
      {action('enable', text.enable(items.length))}
      {action('disable', text.disable(items.length))}
      <Suspense>
        <IdentityAccountButtons ids={items.map(({ id }) => id)} />
      </Suspense>
      <Button variant="subtle" onClick={selection.clear}>
        {text.clear}
      </Button>
      {reason && (
        <p id={reasonId} className={classes.reason}>
          {reason}
        </p>
      )}
    </section>
  )
}
