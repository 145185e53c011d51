import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { onTestFinished } from 'vitest'

export const SECRET = 'canary-secret-4711'
const TOKEN = 'canary-token'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

type Options = {
  /** Answers all but the token; by default with an empty list. */
  handler?: Handler
  /** Answers for the token, in place of a good one. */
  token?: Handler
  expiresIn?: number
}

/**
 * A tenant's wire without a tenant: what a real one cannot be made to do on demand. It notes what
 * arrives, and hands out tokens that it stops taking when told.
 */
export async function startUpstream({ handler = emptyList, token, expiresIn = 749 }: Options = {}) {
  const seen: { method: string; url: string; headers: IncomingMessage['headers'] }[] = []
  const tokens = { issued: 0, firstValid: 1 }

  const issue: Handler = (_request, response) => {
    tokens.issued += 1
    const access_token = `${TOKEN}-${tokens.issued}`
    json(response, 200, { access_token, token_type: 'bearer', expires_in: expiresIn })
  }
  const server = createServer((request, response) => {
    const { url = '', method = '', headers } = request
    if (method === 'POST' && /^(\/prefix)?\/oauth\/token$/.test(url))
      return (token ?? issue)(request, response)
    seen.push({ method, url, headers })
    const number = Number(headers.authorization?.split('-').at(-1))
    if (!(number >= tokens.firstValid)) {
      request.resume()
      return json(response, 401, { error: 'JWT validation failed: JWT is expired' })
    }
    return handler(request, response)
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve)
    })
  await listen(0)
  // It listens on a port, so its address is not the path of a socket.
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  }
  onTestFinished(stop)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    /** What reached it, the calls for tokens left out. */
    seen,
    tokensIssued: () => tokens.issued,
    /** From now on every token handed out so far is answered with 401. */
    expireTokens: () => {
      tokens.firstValid = tokens.issued + 1
    },
    /** And those to come as well. */
    refuseTokens: () => {
      tokens.firstValid = Number.POSITIVE_INFINITY
    },
    stop,
    restart: () => listen(port),
  }
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

function emptyList(request: IncomingMessage, response: ServerResponse) {
  request.resume()
  json(response, 200, [], { 'x-total-count': '0' })
}
