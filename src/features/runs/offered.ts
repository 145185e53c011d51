import { lazyPart } from '#lib/lazy-part.ts'

/** What other features show of the runs: where a selection becomes a plan. */
export const SelectionBar = lazyPart(async () => (await import('./selection-bar.tsx')).SelectionBar)

export const IdentityAccountButtons = lazyPart(
  async () => (await import('./selection-bar.tsx')).IdentityAccountButtons,
)
