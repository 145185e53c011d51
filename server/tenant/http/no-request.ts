import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

import { BAD_SYNTAX, errorBody } from '../../lib/error-body.ts'
import { newId } from '../domain/ids.ts'

const statuses: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}

/** Refuses what Node cannot read as a request at all, in the shape that every refusal has. */
export function refuseNoRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = statuses[error.code ?? ''] ?? 400
  const text = `This is no request that can be read: ${error.message}.`
  const body = JSON.stringify(errorBody(status, text, newId(), BAD_SYNTAX))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
