/** Of this page: the console's server answers with the page of the language that was chosen. */
export const language = globalThis.document?.documentElement?.lang === 'de' ? 'de' : 'en'
