import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'

import { notPersonService } from './domain/not-persons.ts'
import { viewService } from './domain/views.ts'
import { answerBrokenRequest, newTrackingId, sendError, sendNotFound } from './http/errors.ts'
import { createEvents } from './http/events.ts'
import { checkOrigin, targetCheck } from './http/guard.ts'
import { consoleRoutes } from './http/operations.ts'
import { proxyRoutes } from './http/proxy.ts'
import { securityHeaders } from './http/security-headers.ts'
import { webRoutes } from './http/web.ts'
import { openIndex, type Pause } from './index/index.ts'
import type { IndexState } from './index/state-of.ts'
import type { Pace } from './runs/pace.ts'
import { openRuns } from './runs/runs.ts'
import { openConsoleDatabase } from './store/database.ts'
import { createPeers } from './store/peers.ts'
import { createBudget } from './upstream/budget.ts'
import type { Tenant } from './upstream/describe.ts'
import { sharedCalls } from './upstream/shared-calls.ts'
import { createUpstream, defaultTimeouts, type Timeouts } from './upstream/upstream.ts'

export type ConsoleOptions = {
  tenant: Tenant
  /** Folder of the built web application; undefined serves the API alone. */
  webRoot: string | undefined
  /** The address that the console listens on, of which its host names follow. */
  host?: string
  logger?: FastifyServerOptions['logger']
  timeouts?: Partial<Timeouts>
  /** Calls in ten seconds that the tenant allows; 0 for no limit. */
  rateLimit?: number
  /**
   * Where the console's copy of the tenant lies: a file, `:memory:`, or the URL of a PostgreSQL and a
   * schema there. Without it the tenant is asked.
   */
  index?: { database: string; schema?: string; pause?: Pause }
  /** Where what the console must not lose lies: a file, `:memory:`, or the URL of a PostgreSQL. */
  database?: string
  /** How runs wait, where it differs from the usual. */
  runPace?: Partial<Pace>
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
    // The usual ten seconds may pass before a database is free that another console hangs in.
    pluginTimeout: 60_000,
  })
  const upstream = createUpstream(
    options.tenant,
    { ...defaultTimeouts, ...options.timeouts },
    app.log,
    createBudget({ limit: options.rateLimit ?? 100 }),
  )
  const events = createEvents()

  const checkTarget = targetCheck(options.host ?? '127.0.0.1')

  app.setErrorHandler(sendError)
  app.setNotFoundHandler(sendNotFound)
  // The default serializer coerces and drops what a schema does not name.
  app.setSerializerCompiler(() => JSON.stringify)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    checkTarget(request)
  })
  app.addHook('preClose', () => events.close())
  app.addHook('onClose', () => upstream.close())

  let indexState: (() => IndexState) | undefined
  app.get('/healthz', (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return {
      status: 'ok',
      tenant: upstream.state(),
      ...(indexState && { index: indexState() }),
    }
  })
  app.register(async (api) => {
    const { log } = app
    const peers = createPeers(log)
    const trouble = log.error.bind(log)
    const kept = await openConsoleDatabase(options.database ?? ':memory:', trouble, peers)
    app.addHook('onClose', () => kept.destroy())
    peers.join(kept)
    if (peers.areThere()) upstream.budget.share(sharedCalls(kept, options.tenant, log))
    app.addHook('onClose', () => peers.leave())
    const index = await openIndex({ ...options.index, upstream, tell: events.send, log })
    app.addHook('onClose', () => index.close())
    if (options.index) indexState = index.state
    api.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      checkOrigin(request)
    })
    const views = viewService(kept)
    const notPersons = notPersonService(kept, index, peers)
    const given = {
      db: kept,
      upstream,
      index,
      tell: events.send,
      peers,
      log,
      pace: options.runPace,
    }
    const runs = await openRuns(given)
    app.addHook('onClose', () => runs.close())
    await api.register(consoleRoutes, { upstream, index, events, views, notPersons, runs })
    const { watcher } = index
    await api.register(proxyRoutes, { prefix: '/api/v2024', upstream, watcher })
  })
  if (options.webRoot) app.register(webRoutes, { webRoot: options.webRoot })
  return app
}
