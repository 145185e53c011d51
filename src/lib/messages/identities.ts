import { identities } from './en/identities.ts'

/** The strings of the identities' screens, apart from the others so that no other page loads them. */
export const identityText = identities
