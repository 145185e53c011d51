/** What the console said of an item, of a run or of the tenant: it says so in English itself. */
export const sentence = (words: string): string => words
