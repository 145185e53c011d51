import { runs } from './en/runs.ts'

/** The strings of the runs' screens, and of what starts a run elsewhere. */
export const runText = runs
