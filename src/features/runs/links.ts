export const runPath = (id: string): string => `/runs/${encodeURIComponent(id)}`
export const planPath = (id: string): string => `/runs/plans/${encodeURIComponent(id)}`
