export const sourcePath = (id: string) => `/sources/${encodeURIComponent(id)}`
