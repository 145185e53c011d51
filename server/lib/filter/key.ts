/** The form in which strings are compared: ISC does so without regard to case. */
export const keyOf = (text: string) => text.toLowerCase()
