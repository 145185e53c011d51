import type { Account } from '#api/client.ts'
import { accountText } from '#lib/messages/account.ts'
import { undisguised } from '#lib/visible-text.ts'
import { CopyButton } from '#ui/copy-button.tsx'

import { maskSecrets } from './attribute-value.ts'

import classes from './parts.module.css'

/** The account as the tenant sent it, but for what looks like a secret. */
export function RawAccount({ account }: { account: Account }) {
  const json = JSON.stringify(maskSecrets(account), null, 2)
  return (
    <div className={classes.json}>
      <span className={classes.copyJson}>
        <CopyButton value={json} what={accountText.panel.raw} />
      </span>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key scrolls it */}
      <pre className={classes.raw} tabIndex={0} aria-label={accountText.panel.raw}>
        {undisguised(json)}
      </pre>
    </div>
  )
}
