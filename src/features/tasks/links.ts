export const taskPath = (id: string) => `/tasks/${encodeURIComponent(id)}`

/** The tasks that have to do with a source, of one type where one is named. */
export const tasksUrl = (source: string, type?: string): string =>
  `/tasks?${new URLSearchParams({ ...(type && { type }), source })}`
