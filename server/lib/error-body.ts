import { STATUS_CODES } from 'node:http'

import type { ErrorBody } from '../contract.ts'

const details: Record<number, string> = {
  400: '400.1 Bad request content',
  403: '403 Forbidden',
  404: '404 Not found',
  500: '500.0 Internal Fault',
}

/** The detail code of a request that cannot be read at all, beside the one for what it says. */
export const BAD_SYNTAX = '400.0 Bad request syntax'

/** A refusal or failure in the shape that the contract gives to all, with ISC's two messages. */
export function errorBody(
  status: number,
  text: string,
  trackingId: string,
  detailCode = details[status] ?? `${status} ${STATUS_CODES[status] ?? 'Error'}`,
): ErrorBody {
  return {
    detailCode,
    trackingId,
    messages: [
      { locale: 'en-US', localeOrigin: 'DEFAULT', text },
      { locale: 'und', localeOrigin: 'REQUEST', text },
    ],
    causes: [],
  }
}
