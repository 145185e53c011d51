import { overview } from './en/overview.ts'

/** The strings of the overview, apart from the others so that no other page loads them. */
export const overviewText = overview
