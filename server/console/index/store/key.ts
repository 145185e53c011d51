/** PostgreSQL indexes texts of up to 2,704 bytes, and a character may have four. */
const LONGEST = 500
const HALF = /\p{Surrogate}/gu

/** The beginning of a text, by which rows are looked up and sorted. */
export const cut = (text: string) => wellFormed(isCut(text) ? text.slice(0, LONGEST) : text)

/** Half of a surrogate pair is no character: a driver writes another for it. */
export const wellFormed = (text: string) => text.replaceAll(HALF, '\ufffd')

/** Whether rows that are found by the beginning of the text may go on in another way. */
export const isCut = (text: string) => text.length >= LONGEST

/** The form in which a tenant's text is looked up and sorted: without regard to case. */
export const keyOf = (value: unknown) => (typeof value === 'string' ? cut(value.toLowerCase()) : '')
