import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'

import { answerBrokenRequest, newTrackingId, sendError, sendNotFound } from './http/errors.ts'
import { checkOrigin, targetCheck } from './http/guard.ts'
import { proxyRoutes } from './http/proxy.ts'
import { securityHeaders } from './http/security-headers.ts'
import { consoleRoutes } from './http/session.ts'
import { webRoutes } from './http/web.ts'
import type { Tenant } from './upstream/describe.ts'
import { createUpstream, defaultTimeouts, type Timeouts } from './upstream/upstream.ts'

export type ConsoleOptions = {
  tenant: Tenant
  /** Folder of the built web application; undefined serves the API alone. */
  webRoot: string | undefined
  /** The address that the console listens on, of which its host names follow. */
  host?: string
  logger?: FastifyServerOptions['logger']
  timeouts?: Partial<Timeouts>
}

/** The console server: the web application, its way to the tenant, and what it adds of its own. */
export function buildConsole(options: ConsoleOptions): FastifyInstance {
  const app = Fastify({
    logger: options.logger ?? false,
    genReqId: newTrackingId,
    frameworkErrors: sendError,
    clientErrorHandler: answerBrokenRequest,
    // On close, connections that only wait for a next request are not waited for.
    forceCloseConnections: 'idle',
  })
  const upstream = createUpstream(
    options.tenant,
    { ...defaultTimeouts, ...options.timeouts },
    app.log,
  )

  const checkTarget = targetCheck(options.host ?? '127.0.0.1')

  app.setErrorHandler(sendError)
  app.setNotFoundHandler(sendNotFound)
  // The default serializer coerces and drops what a schema does not name.
  app.setSerializerCompiler(() => JSON.stringify)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    checkTarget(request)
  })
  app.addHook('onClose', () => upstream.close())

  app.get('/healthz', (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { status: 'ok', tenant: upstream.state() }
  })
  app.register(async (api) => {
    api.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      checkOrigin(request)
    })
    await api.register(consoleRoutes, { upstream })
    await api.register(proxyRoutes, { prefix: '/api/v2024', upstream })
  })
  if (options.webRoot) app.register(webRoutes, { webRoot: options.webRoot })
  return app
}
