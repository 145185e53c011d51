/** The languages that the console is built in, as each calls itself. */
export const languages = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const
type Language = (typeof languages)[number]['value']

const YEAR_S = 365 * 24 * 3600

/** The page is loaded anew in it. Forms that hold what was typed ask first. */
export function setLanguage(next: Language): void {
  document.cookie = `muster-language=${next}; Path=/; Max-Age=${YEAR_S}; SameSite=Strict`
  location.reload()
}
