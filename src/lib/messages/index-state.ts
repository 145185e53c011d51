import { indexState } from './en/index-state.ts'

/** How the screens that read from the index say how complete and how fresh it is. */
export const indexText = indexState
