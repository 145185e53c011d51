import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { CopyButton } from '#ui/copy-button.tsx'

import { maskSecrets } from './attribute-value.ts'

import classes from './parts.module.css'

/** The account as the tenant sent it, but for what looks like a secret. */
export function RawAccount({ account }: { account: Account }) {
  const json = JSON.stringify(maskSecrets(account), null, 2)
  return (
    <div className={classes.json}>
      <span className={classes.copyJson}>
        <CopyButton value={json} what={t.accounts.panel.raw} />
      </span>
      {/* It scrolls sideways by itself, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.raw} tabIndex={0} aria-label={t.accounts.panel.raw}>
        {json}
      </pre>
    </div>
  )
}
