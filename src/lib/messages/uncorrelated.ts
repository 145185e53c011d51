import { uncorrelated } from './en/uncorrelated.ts'

/** The strings of the uncorrelated work bench, apart from the others so that no other page loads them. */
export const uncorrelatedText = uncorrelated
