import { views } from './en/views.ts'

/** The strings of the views, apart so that no list waits for them. */
export const viewText = views
