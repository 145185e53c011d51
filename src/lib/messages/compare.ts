import { compare } from './en/compare.ts'

/** The strings of a comparison of accounts, apart so that no other page loads them. */
export const compareText = compare
