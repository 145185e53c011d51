import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { labelOf } from '#lib/visible-text.ts'

/** What an account is called on every screen. */
export const nameOf = ({ name, nativeIdentity }: Account): string =>
  labelOf(name) ?? labelOf(nativeIdentity) ?? t.accounts.unnamed

export const sourceNameOf = ({ sourceName, sourceId }: Account): string =>
  labelOf(sourceName) ?? sourceId

/** `uncorrelated` decides, never a missing identity: an uncorrelated account has a hidden one. */
export function correlationOf({ uncorrelated, manuallyCorrelated }: Account): string {
  if (uncorrelated) return t.accounts.correlation.uncorrelated
  return manuallyCorrelated ? t.accounts.correlation.manual : t.accounts.correlation.automatic
}
