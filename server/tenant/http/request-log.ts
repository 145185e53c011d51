import type { FastifyReply, FastifyRequest } from 'fastify'

/** What is kept of a request: neither its body nor its token. */
export type RequestEntry = {
  /** When it came, as ISO 8601 in UTC. */
  time: string
  trackingId: string
  /** Null where no token was accepted. */
  client: string | null
  /** Null where the address belongs to no operation of the contract. */
  operation: string | null
  method: string
  /** With its query, in which secrets are blotted out. */
  path: string
  status: number
  ms: number
}

/** Tells of a request that has been answered: in a line of the log, and to `take`. */
export function createRequestLog(take?: (entry: RequestEntry) => void) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const entry = entryOf(request, reply)
    request.log.info(describe(entry))
    take?.(entry)
  }
}

function entryOf(request: FastifyRequest, reply: FastifyReply): RequestEntry {
  const ms = Math.round(reply.elapsedTime * 10) / 10
  return {
    time: new Date(Date.now() - ms).toISOString(),
    trackingId: request.id,
    client: request.bearer?.clientId ?? null,
    operation: request.routeOptions.config.operationId ?? null,
    method: request.method,
    path: withoutSecrets(request.url),
    status: reply.statusCode,
    ms,
  }
}

const describe = ({ client, method, path, status, ms }: RequestEntry) =>
  `${client ?? '-'} ${method} ${path} ${status} in ${ms} ms`

/** The token may be asked for with the secret in the address. */
const secret = /([?&][^=&]*(?:secret|token|password)[^=&]*=)[^&]*/gi

const withoutSecrets = (url: string) => url.replaceAll(secret, '$1***')
