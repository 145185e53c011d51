import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

import { errorBody } from '../../lib/error-body.ts'
import { TenantFailure } from '../domain/failures.ts'
import { securityHeaders } from './security-headers.ts'

/** 32 hex digits, as the tenant's own. The log names a request by the same id. */
export const newTrackingId = () => randomUUID().replaceAll('-', '')

/** The one place where an error becomes a status and a body. */
export function sendError(
  error: FastifyError | TenantFailure,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const status = statusOf(error)
  const ours = status < 500 || error instanceof TenantFailure
  // Where the browser went away, what failed is only that nobody was left to answer.
  if (!ours && !request.raw.destroyed) request.log.error(error)
  const text = ours ? error.message : 'Something went wrong in the console.'
  return reply
    .headers(securityHeaders)
    .header('cache-control', 'no-store')
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(errorBody(status, text, request.id)))
}

export function sendNotFound(request: FastifyRequest, reply: FastifyReply) {
  const text = `There is nothing for ${request.method} at this address.`
  return reply
    .header('cache-control', 'no-store')
    .code(404)
    .send(errorBody(404, text, request.id))
}

/** What cannot be parsed as HTTP never becomes a request, so it is answered on the bare socket. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const body = JSON.stringify(errorBody(status, 'The request cannot be read.', newTrackingId()))
  const headers = {
    ...securityHeaders,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
  return socket
}

function statusOf(error: FastifyError | TenantFailure): number {
  if (error instanceof TenantFailure) return error.status
  const status = error.statusCode ?? 500
  return status >= 400 && status < 600 ? status : 500
}
