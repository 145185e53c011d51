import { ResultCodeError } from 'ldapts'

import { SourceFailed } from '../connector.ts'

/** Result codes of LDAP in plain words, as the rest of a sentence that begins with the source. */
const codes: Record<number, string> = {
  3: 'took longer than its time limit allows',
  4: 'gives the tenant fewer entries than there are: its size limit stands in the way',
  8: 'wants a stronger way to log in',
  10: 'refers to another server, which is not followed',
  11: 'stopped at a limit that its administrator has set',
  12: 'cannot answer page by page',
  13: 'wants an encrypted connection',
  16: 'no longer holds the value that was to be changed',
  17: 'does not know an attribute that was to be changed; OpenLDAP needs the overlay ppolicy for it',
  19: 'refuses the value: a rule of its own forbids it',
  32: 'has no such entry',
  34: 'does not take the name of the entry for a valid one',
  49: 'does not accept the name or the password that the tenant has for it',
  50: 'does not allow the tenant to do that',
  51: 'is too busy to answer',
  52: 'is shutting down or not available',
  53: 'is unwilling to do that',
  65: 'does not allow that attribute on the entry',
  80: 'failed for a reason of its own',
}

const networkCodes: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at its address',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its network',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  EPIPE: 'the connection was cut',
}

export const codeOf = (error: unknown) =>
  error instanceof ResultCodeError ? error.code : undefined

/** The same failure, for whoever reads the task. */
export function sourceFailed(name: string, error: unknown): SourceFailed {
  if (error instanceof SourceFailed) return error
  const code = codeOf(error)
  if (code === undefined) return new SourceFailed(`${name} could not be reached: ${reason(error)}.`)
  const words = codes[code] ?? 'refused the request'
  return new SourceFailed(`${name} ${words} (LDAP error code ${code}${detailOf(error)}).`)
}

/** What the directory itself said, where it said anything. */
function detailOf(error: unknown): string {
  const text = error instanceof Error ? error.message.replace(/ ?Code: 0x[0-9a-f]+$/i, '') : ''
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 200)
  return line ? `: ${line.replace(/\.$/, '')}` : ''
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (networkCodes[code]) return `${networkCodes[code]} (${code})`
  if (/timed out|timeout/i.test(error.message)) return 'it did not answer in time'
  if (/certificate|self.signed|altnames/i.test(`${code} ${error.message}`)) {
    return `its certificate is not trusted (${code || error.message})`
  }
  if (/socket|connection/i.test(error.message)) return 'the connection was cut'
  return error.message.replace(/\s+/g, ' ').replace(/\.$/, '')
}
