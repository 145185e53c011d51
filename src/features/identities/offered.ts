import { lazyPart } from '#lib/lazy-part.ts'

/** What other features show of the identities. */
export { useOpenIdentity } from './use-open-identity.ts'
/** Where one is asked for. */
export const PickDialog = lazyPart(async () => (await import('./pick-dialog.tsx')).PickDialog)
