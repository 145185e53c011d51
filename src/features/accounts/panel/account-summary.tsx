import type { ReactNode } from 'react'

import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { undisguised } from '#lib/visible-text.ts'
import { MonoId, RelativeTime } from '#ui/cells.tsx'

import { correlationOf, sourceNameOf } from '../name-of.ts'
import { passwordChanged } from '../password-changed.ts'
import { PanelIdentityLink } from './identity-link.tsx'

import classes from './account-summary.module.css'

const text = t.accounts

/** What the account is: the fields that every account has, whichever source it comes from. */
export function AccountSummary({ account }: { account: Account }) {
  const { columns } = text
  const { panel } = accountText
  const changed = passwordChanged(account)
  return (
    <dl className={classes.list}>
      <Row label={columns.source}>{sourceNameOf(account)}</Row>
      <Row label={columns.native}>
        <MonoId value={account.nativeIdentity} what={text.nativeIdentity} />
      </Row>
      <Row label={columns.identity}>
        <PanelIdentityLink account={account} />
      </Row>
      <Row label={columns.correlated}>{correlationOf(account)}</Row>
      <Row label={columns.passwordChanged}>
        {changed ? <RelativeTime value={changed} /> : panel.passwordUnknown}
      </Row>
      <Row label={columns.modified}>
        <RelativeTime value={account.modified} />
      </Row>
      <Row label={columns.created}>
        <RelativeTime value={account.created} />
      </Row>
      <Row label={columns.origin}>{account.origin ? text.origins[account.origin] : t.unknown}</Row>
      <Row label={columns.type}>{account.isMachine ? text.types.machine : text.types.human}</Row>
      <Row label={panel.lifecycle}>{account.cloudLifecycleState ?? text.notSet}</Row>
      <Row label={panel.connection}>{connectionOf(account)}</Row>
      <Row label={panel.id}>
        <MonoId value={account.id} what={text.accountId} />
      </Row>
      {account.description && (
        <Row label={panel.description}>
          <span className={classes.long}>{undisguised(account.description)}</span>
        </Row>
      )}
    </dl>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function connectionOf({ connectionType, systemAccount }: Account) {
  if (systemAccount) return accountText.panel.system
  const names: Record<string, string> = text.connectionTypes
  return connectionType ? (names[connectionType] ?? connectionType) : t.unknown
}
