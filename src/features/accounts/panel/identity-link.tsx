import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { Link } from '#ui/link.tsx'

import { identityNameOf } from '../correlation-question.ts'

/** In a panel a link is a tab stop of its own; in a table the row is. */
export function PanelIdentityLink({ account }: { account: Account }) {
  const name = identityNameOf(account)
  if (name === undefined || !account.identityId) return t.accounts.correlation.uncorrelated
  return <Link to={`/identities/${encodeURIComponent(account.identityId)}`}>{name}</Link>
}
