import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { labelOf } from '#lib/visible-text.ts'

import type { Owner, UncorrelatedAccount } from './queries.ts'

export const accountName = ({ name, nativeIdentity }: UncorrelatedAccount): string =>
  labelOf(name) ?? labelOf(nativeIdentity) ?? uncorrelatedText.unnamed

export const sourceName = ({ sourceName: name, sourceId }: UncorrelatedAccount): string =>
  labelOf(name) ?? labelOf(sourceId) ?? uncorrelatedText.sources.none

export const ownerName = ({ name, alias, id }: Owner): string =>
  labelOf(name) ?? labelOf(alias) ?? id

/** What else tells two identities of one name apart. */
export const ownerDetails = ({ alias, email }: Owner): string =>
  [labelOf(alias), labelOf(email)].filter(Boolean).join(' · ')

export const identityPath = (id: string) => `/identities/${encodeURIComponent(id)}`
