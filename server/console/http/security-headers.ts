import { createHash } from 'node:crypto'

const policyWith = (scripts: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    // React sets styles through the object model, which the policy allows; nothing writes them as text.
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const INLINE = /<script>([^<]*)<\/script>/g

/** The policy for a page of ours, which allows the scripts that stand in it, and only these. */
export function policyOf(page: string): string {
  const hashes = [...page.matchAll(INLINE)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  return policyWith(["'self'", ...hashes].join(' '))
}

const unused = ['camera', 'geolocation', 'microphone', 'payment', 'usb']

/** On every answer, errors included. */
export const securityHeaders = {
  'Content-Security-Policy': policyWith("'self'"),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}
