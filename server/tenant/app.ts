import { randomBytes } from 'node:crypto'

import cors from '@fastify/cors'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type { Kysely } from 'kysely'

import { isInTheClear, type LdapSettings } from '../lib/ldap-settings.ts'
import { accountActions } from './domain/account-actions.ts'
import { accountHandlers as accountTasks } from './domain/account-handlers.ts'
import { accountRecords } from './domain/account-records.ts'
import { aggregateHandler } from './domain/aggregation.ts'
import { createConnectors } from './domain/connectors/connectors.ts'
import type { Timeouts } from './domain/connectors/ldap/session.ts'
import { prepareCorrelation } from './domain/correlation.ts'
import { newId } from './domain/ids.ts'
import { ldapSource } from './domain/ldap-source.ts'
import { loads } from './domain/loads.ts'
import { createRateLimit } from './domain/rate-limit.ts'
import { saveHandler } from './domain/save-handler.ts'
import { searchAttributeService } from './domain/search-attributes.ts'
import { createSentinels } from './domain/sentinels.ts'
import { createTaskRunner } from './domain/tasks.ts'
import { createTokens } from './domain/tokens.ts'
import { verifications } from './domain/verifications.ts'
import { accountHandlers } from './http/accounts.ts'
import { controlRoutes } from './http/control.ts'
import { docsRoutes } from './http/docs/routes.ts'
import { sendError, sendNotFound } from './http/errors.ts'
import { createGuard } from './http/guard.ts'
import { healthRoute } from './http/health.ts'
import { identityHandlers } from './http/identities.ts'
import { refuseNoRequest } from './http/no-request.ts'
import { oauthRoutes } from './http/oauth.ts'
import { operationRoutes } from './http/operations.ts'
import { acceptBodies } from './http/parsers.ts'
import { createRequestLog, type RequestEntry } from './http/request-log.ts'
import { searchAttributeHandlers } from './http/search-attributes.ts'
import { sourceHandlers } from './http/sources.ts'
import { taskHandlers } from './http/tasks.ts'
import { validatorCompiler } from './http/validation.ts'
import { seed } from './seed/seed.ts'
import { openDatabase } from './store/database.ts'
import type { Database } from './store/schema.ts'
import { settingOf } from './store/settings.ts'
import { hasSources } from './store/sources.ts'
import { dropAllStaged } from './store/targets.ts'

export type TenantOptions = {
  /** The URL of a PostgreSQL database, a file, or `:memory:`. */
  database: string
  /** Size of the first data set, which an empty database is filled with; 0 leaves it empty. */
  seedIdentities: number
  /** Requests per 10 s, client and version; 0 for no limit. */
  rateLimit: number
  /** How long after its call a task runs. */
  taskMs: number
  maxUploadBytes?: number
  /** How long a token is valid. */
  tokenSeconds?: number
  /** A directory that stands behind a source. */
  ldap?: LdapSettings
  ldapTimeouts?: Timeouts
  logger?: FastifyServerOptions['logger']
  /** Hears of each request once it has been answered. */
  onRequest?: (entry: RequestEntry) => void
}

/** The embedded tenant. Closing the app ends what runs and closes the database. */
export async function buildTenant(
  options: TenantOptions,
): Promise<{ app: FastifyInstance; db: Kysely<Database> }> {
  let app: FastifyInstance | undefined
  const db = await openDatabase(options.database, (error) => app?.log.error(error))
  try {
    app = await buildApp(db, options)
    return { app, db }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function buildApp(db: Kysely<Database>, options: TenantOptions): Promise<FastifyInstance> {
  const { seedIdentities, rateLimit, taskMs, logger = false, onRequest } = options
  const { maxUploadBytes = 50_000_000, tokenSeconds = 749 } = options
  if (seedIdentities > 0 && !(await hasSources(db))) {
    await seed(db, { identities: seedIdentities, now: new Date() })
  }
  await dropAllStaged(db)
  const remote = await ldapSource(db, options.ldap, options.ldapTimeouts)
  const connectors = createConnectors(remote)
  await prepareCorrelation(db)
  const secret = await settingOf(db, 'token-secret', () => randomBytes(32).toString('base64url'))

  const logRequest = createRequestLog(onRequest)
  const app = Fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    forceCloseConnections: 'idle',
    frameworkErrors(error, request, reply) {
      // No hook runs for an address that cannot be read.
      reply.raw.once('finish', () => logRequest(request, reply))
      return sendError(error, request, reply)
    },
    clientErrorHandler: refuseNoRequest,
  })
  if (options.ldap && isInTheClear(options.ldap)) {
    app.log.warn('TENANT_LDAP_URL begins with ldap://: the password travels in the clear.')
  }
  const tokens = createTokens(secret, tokenSeconds)
  const tasks = createTaskRunner({
    db,
    taskMs,
    log: app.log,
    handlers: {
      ...accountTasks(connectors),
      save: saveHandler,
      aggregate: aggregateHandler(connectors),
    },
  })
  const actions = accountActions({ db, tasks, sentinels: createSentinels() })
  const records = accountRecords({ db, tasks })

  app.setErrorHandler(sendError)
  app.setNotFoundHandler(sendNotFound)
  app.setValidatorCompiler(validatorCompiler())
  // The default serializer coerces and drops what a schema does not name.
  app.setSerializerCompiler(() => JSON.stringify)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('slpt-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => logRequest(request, reply))
  await app.register(cors, {
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['X-Total-Count', 'Retry-After', 'SLPT-Request-ID', 'X-Deprecated'],
  })
  app.addHook('onRequest', async (request, reply) => {
    // Else the body would be read first, and what is wrong with it told instead.
    if (request.is404) return sendNotFound(request, reply)
  })
  await app.register(formbody)
  await app.register(multipart, { throwFileSizeLimit: false })
  acceptBodies(app)

  healthRoute(app, db)
  oauthRoutes(app, tokens)
  docsRoutes(app, rateLimit)
  const handlers = {
    ...accountHandlers({ db, actions, records }),
    ...identityHandlers({ db, actions }),
    ...sourceHandlers({ db, loads: loads({ db, tasks }), maxUploadBytes }),
    ...taskHandlers(db),
    ...searchAttributeHandlers(searchAttributeService(db)),
  }
  await operationRoutes(
    app,
    handlers,
    createGuard({ db, tokens, overLimit: createRateLimit(rateLimit) }),
  )

  controlRoutes(app, {
    db,
    tokens,
    verifications: verifications({ db, tasks }),
    remoteSourceId: remote?.sourceId,
  })

  app.addHook('onReady', () => tasks.start())
  app.addHook('onClose', async () => {
    await tasks.stop()
    await db.destroy()
  })
  return app
}
