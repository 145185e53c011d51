import { sourcePath } from './links.ts'

/** Whether the source's own page is on screen, which tells what became of its aggregation itself. */
export const isShown = (sourceId: string): boolean => location.pathname === sourcePath(sourceId)
