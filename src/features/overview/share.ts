import { language } from '#lib/language.ts'

const shares = new Intl.NumberFormat(language, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** Something is never rounded to nothing, nor almost all to all. */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return '0%'
  const share = part / whole
  if (share < 0.0005) return `<${shares.format(0.001)}`
  if (share >= 0.9995) return share < 1 ? `>${shares.format(0.999)}` : '100%'
  return shares.format(share)
}
