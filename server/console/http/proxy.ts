import { PassThrough, type Readable } from 'node:stream'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { allowedOperations, fillPath, routeOf, type Operation } from '../domain/allow-list.ts'
import { Refusal } from '../domain/failures.ts'
import type { Call } from '../upstream/call.ts'
import { readBytes } from '../upstream/read-text.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { sendAnswer } from './answer.ts'
import { readable, watched, type Watcher } from './watch.ts'

/** Below the version that the contract is of, at the tenant as here. */
const VERSION = '/v2024'

/** What of the browser's request goes on to the tenant: no cookie, no Authorization, nothing new. */
const requestHeaders = ['accept', 'accept-encoding', 'accept-language', 'x-sailpoint-experimental']
const bodyHeaders = ['content-type', 'content-length']

/** A body up to this size is held, so that it can be sent again with a new token. */
const HELD_BYTES = 256 * 1024

type Deps = { upstream: Upstream; watcher: Watcher }

/** The tenant's operations under `/api/v2024`, each a route of its own; all else is not found. */
export async function proxyRoutes(app: FastifyInstance, deps: Deps) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

  for (const operation of allowedOperations()) {
    app.route<{ Params: Record<string, string> }>({
      method: operation.method,
      url: routeOf(operation.path),
      exposeHeadRoute: false,
      handler: (request, reply) => forward(operation, request.params, request, reply, deps),
    })
  }
}

async function forward(
  operation: Operation,
  params: Record<string, string>,
  request: FastifyRequest,
  reply: FastifyReply,
  { upstream, watcher }: Deps,
) {
  const { method, path } = operation
  const filled = fillPath(path, params)
  if (filled === undefined) throw new Refusal(404, 'There is nothing with such an id.')
  const call: Call = {
    method,
    path: VERSION + filled + queryOf(request),
    headers: readable(operation, headersOf(request)),
    signal: goneSignal(reply),
    body: await bodyOf(request),
  }
  const answer = await watched(operation, params.id, await upstream.call(call), watcher)
  return sendAnswer(answer, upstream.tenant, request, reply)
}

/** As it came: the tenant reads it, `+` for a blank included. */
function queryOf({ raw }: FastifyRequest): string {
  const query = /\?([^#]*)/.exec(raw.url ?? '')?.[0] ?? ''
  if (/^[\x21-\x7e]*$/.test(query)) return query
  throw new Refusal(400, 'The query holds characters that are not percent-encoded.')
}

function headersOf({ headers, body }: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    [...requestHeaders, ...(body ? bodyHeaders : [])].flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

async function bodyOf(request: FastifyRequest): Promise<Buffer | Readable | undefined> {
  // Undefined where the request came without a body; the catch-all parser hands the stream on.
  const body = request.body as Readable | undefined
  if (!body) return undefined
  const length = Number(request.headers['content-length'])
  if (length <= HELD_BYTES) return (await readBytes(body, HELD_BYTES)) ?? Buffer.alloc(0)
  return streamOf(body)
}

/**
 * The body behind a stream of its own, which may be destroyed when the tenant answers early, a file
 * that is too large for example. What is left of the request is then read and forgotten, since a
 * browser reads an answer only once it has sent everything.
 */
function streamOf(body: Readable): Readable {
  const stream = new PassThrough()
  stream.once('close', () => {
    body.unpipe(stream)
    body.resume()
  })
  return body.pipe(stream)
}

/** Fires when the browser goes away, so that the tenant is not kept busy for nobody. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
