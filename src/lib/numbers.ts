const counts = new Intl.NumberFormat('en-US')

export const formatCount = (count: number): string => counts.format(count)
