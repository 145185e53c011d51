import { language } from './language.ts'

const counts = new Intl.NumberFormat(language)
const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })

export const formatCount = (count: number): string => counts.format(count)
/** With one decimal place at most. */
export const formatDecimal = (value: number): string => decimals.format(value)
