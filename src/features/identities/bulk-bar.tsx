import { Suspense, useId } from 'react'

import type { Identity } from '#api/client.ts'
import { IdentityButtons } from '#features/runs/offered.ts'
import { identityText } from '#lib/messages/identities.ts'
import { Button } from '#ui/button.tsx'
import type { RowSelection } from '#ui/use-row-selection.ts'

import { useLogInRefusal } from './use-log-in-switch.ts'

import classes from './bulk-bar.module.css'

const text = identityText.bulk

/** What can be done with the selected identities. It takes its place below the list, not over it. */
export function BulkBar({ selection }: { selection: RowSelection<Identity> }) {
  const reasonId = useId()
  const ids = selection.rows().map(({ id }) => id)
  const refusal = useLogInRefusal()
  const reason = refusal('enableLogIn') ?? refusal('disableLogIn')
  return (
    <section className={classes.bar} aria-label={text.label}>
      <strong className={classes.count}>{text.selected(ids.length)}</strong>
      <Suspense>
        <IdentityButtons ids={ids} logInsBlockedBy={reason && reasonId} />
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
