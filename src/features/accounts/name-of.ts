import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { labelOf } from '#lib/visible-text.ts'

/** What an account is called on every screen. */
export const nameOf = ({ name, nativeIdentity }: Account): string =>
  labelOf(name) ?? labelOf(nativeIdentity) ?? t.accounts.unnamed

export const sourceNameOf = ({ sourceName, sourceId }: Account): string =>
  labelOf(sourceName) ?? sourceId
