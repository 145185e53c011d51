import { TenantFailure } from '../domain/failures.ts'
import { say } from '../domain/sentences.ts'

export type Tenant = {
  baseUrl: string
  clientId: string
  clientSecret: string
  /** True where this process brought the tenant along, so that no setting of the user's is at fault. */
  embedded: boolean
}

const timeouts = ['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']

const reasons: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name cannot be looked up now',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its network',
  ECONNRESET: 'it broke the connection off',
  EPIPE: 'it broke the connection off',
  UND_ERR_SOCKET: 'it broke the connection off',
  ETIMEDOUT: 'it did not answer in time',
  ...Object.fromEntries(timeouts.map((code) => [code, 'it did not answer in time'])),
}

/** Turns what the HTTP client threw into one sentence with what to check. */
export function describeFailure(error: unknown, tenant: Tenant): TenantFailure {
  if (error instanceof TenantFailure) return error
  const code = codeOf(error)
  const status = timeouts.includes(code) || code === 'ETIMEDOUT' ? 504 : 502
  return new TenantFailure('unreachable', unreachable(tenant, reasons[code] ?? other(code)), status)
}

export function refusedCredentials({ baseUrl, embedded }: Tenant): TenantFailure {
  const check = embedded ? 'restart Muster' : 'check SAIL_CLIENT_ID and SAIL_CLIENT_SECRET'
  return new TenantFailure('refused', say('refused', { url: baseUrl, check }))
}

export function unusableAnswer(what: string, tenant: Tenant): TenantFailure {
  return new TenantFailure(
    'unusable',
    say('unusable', { url: tenant.baseUrl, what, check: check(tenant) }),
  )
}

function unreachable(tenant: Tenant, reason: string): string {
  return say('unreachable', { url: tenant.baseUrl, reason, check: check(tenant) })
}

function check({ embedded }: Tenant): string {
  return embedded ? 'restart Muster' : 'check SAIL_BASE_URL and the network'
}

function other(code: string): string {
  if (/CERT|SIGNATURE|^ERR_TLS|SELF_SIGNED/.test(code))
    return `its certificate is not valid (${code})`
  if (/^(HPE|ERR_SSL|EPROTO)/.test(code))
    return 'what answers there does not speak the right protocol'
  return code ? `the call failed with ${code}` : 'the call failed'
}

/** The code of an error or of what caused it; several addresses tried give one error with many. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  // The parser of answers leaves the code out of some of its errors.
  if (error.name === 'HTTPParserError') return 'HPE'
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return codeOf(error.cause)
}
