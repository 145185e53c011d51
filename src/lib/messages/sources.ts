import { sources } from './en/sources.ts'

/** The strings of the sources' screens, apart from the others so that no other page loads them. */
export const sourceText = sources
