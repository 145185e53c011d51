import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { undisguised } from '#lib/visible-text.ts'
import { MonoId, RelativeTime } from '#ui/cells.tsx'
import { Fact, Facts } from '#ui/facts.tsx'

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
    <Facts className={classes.facts}>
      <Fact name={columns.source}>{sourceNameOf(account)}</Fact>
      <Fact name={columns.native}>
        <MonoId value={account.nativeIdentity} what={text.nativeIdentity} />
      </Fact>
      <Fact name={columns.identity}>
        <PanelIdentityLink account={account} />
      </Fact>
      <Fact name={columns.correlated}>{correlationOf(account)}</Fact>
      <Fact name={columns.passwordChanged}>
        {changed ? <RelativeTime value={changed} /> : panel.passwordUnknown}
      </Fact>
      <Fact name={columns.modified}>
        <RelativeTime value={account.modified} />
      </Fact>
      <Fact name={columns.created}>
        <RelativeTime value={account.created} />
      </Fact>
      <Fact name={columns.origin}>{account.origin ? text.origins[account.origin] : t.unknown}</Fact>
      <Fact name={columns.type}>{account.isMachine ? text.types.machine : text.types.human}</Fact>
      <Fact name={panel.lifecycle}>{account.cloudLifecycleState ?? text.notSet}</Fact>
      <Fact name={panel.connection}>{connectionOf(account)}</Fact>
      <Fact name={panel.id}>
        <MonoId value={account.id} what={text.accountId} />
      </Fact>
      {account.description && (
        <Fact name={panel.description}>
          <span className={classes.long}>{undisguised(account.description)}</span>
        </Fact>
      )}
    </Facts>
  )
}

function connectionOf({ connectionType, systemAccount }: Account) {
  if (systemAccount) return accountText.panel.system
  const names: Record<string, string> = text.connectionTypes
  return connectionType ? (names[connectionType] ?? connectionType) : t.unknown
}
