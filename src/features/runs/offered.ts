import { lazyPart } from '#lib/lazy-part.ts'

/** What other features show of the runs. Where a selection becomes a plan: */
export const SelectionBar = lazyPart(async () => (await import('./selection-bar.tsx')).SelectionBar)

export const IdentityButtons = lazyPart(
  async () => (await import('./selection-bar.tsx')).IdentityButtons,
)

/** What was done to an account, or to the accounts of an identity. */
export const Activity = lazyPart(async () => (await import('./activity.tsx')).Activity)
