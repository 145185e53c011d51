/**
 * Why the tenant gave no usable answer:
 * - `refused`: it does not take the console's credentials;
 * - `unreachable`: no connection, or no answer in time;
 * - `unusable`: it answered, but not as an ISC tenant does.
 */
export type FailureKind = 'refused' | 'unreachable' | 'unusable'

/** A call that the tenant did not answer usably, in one sentence that a user can act on. */
export class TenantFailure extends Error {
  readonly kind: FailureKind
  readonly status: 502 | 504

  constructor(kind: FailureKind, message: string, status: 502 | 504 = 502) {
    super(message)
    this.kind = kind
    this.status = status
  }
}

/** A request that the console itself does not let through. */
export class Refusal extends Error {
  readonly statusCode: 400 | 403 | 404 | 409

  constructor(statusCode: 400 | 403 | 404 | 409, message: string) {
    super(message)
    this.statusCode = statusCode
  }
}
