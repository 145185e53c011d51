import { randomBytes } from 'node:crypto'

import cors from '@fastify/cors'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type { Kysely } from 'kysely'

import { accountActions } from './domain/account-actions.ts'
import { accountHandlers as accountTasks } from './domain/account-handlers.ts'
import { accountRecords } from './domain/account-records.ts'
import { aggregateHandler } from './domain/aggregation.ts'
import { newId } from './domain/ids.ts'
import { loads } from './domain/loads.ts'
import { createRateLimit } from './domain/rate-limit.ts'
import { saveHandler } from './domain/save-handler.ts'
import { createSentinels } from './domain/sentinels.ts'
import { createTaskRunner } from './domain/tasks.ts'
import { createTokens } from './domain/tokens.ts'
import { accountHandlers } from './http/accounts.ts'
import { sendError, sendNotFound } from './http/errors.ts'
import { createGuard } from './http/guard.ts'
import { identityHandlers } from './http/identities.ts'
import { oauthRoutes } from './http/oauth.ts'
import { operationRoutes } from './http/operations.ts'
import { acceptBodies } from './http/parsers.ts'
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
  /** A file, or `:memory:`. */
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
  logger?: FastifyServerOptions['logger']
}

/** The embedded tenant. Closing the app ends what runs and closes the database. */
export async function buildTenant(
  options: TenantOptions,
): Promise<{ app: FastifyInstance; db: Kysely<Database> }> {
  const db = await openDatabase(options.database)
  try {
    return { app: await buildApp(db, options), db }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function buildApp(db: Kysely<Database>, options: TenantOptions): Promise<FastifyInstance> {
  const { seedIdentities, rateLimit, taskMs, logger = false } = options
  const { maxUploadBytes = 50_000_000, tokenSeconds = 749 } = options
  if (seedIdentities > 0 && !(await hasSources(db))) {
    await seed(db, { identities: seedIdentities, now: new Date() })
  }
  await dropAllStaged(db)
  const secret = await settingOf(db, 'token-secret', () => randomBytes(32).toString('base64url'))

  const app = Fastify({
    logger,
    genReqId: newId,
    forceCloseConnections: 'idle',
    frameworkErrors: sendError,
  })
  const tokens = createTokens(secret, tokenSeconds)
  const tasks = createTaskRunner({
    db,
    taskMs,
    log: app.log,
    handlers: { ...accountTasks, save: saveHandler, aggregate: aggregateHandler },
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
  await app.register(cors, {
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['X-Total-Count', 'Retry-After', 'SLPT-Request-ID'],
  })
  await app.register(formbody)
  await app.register(multipart, { throwFileSizeLimit: false })
  acceptBodies(app)

  app.get('/healthz', () => ({ status: 'ok' }))
  oauthRoutes(app, tokens)
  const handlers = {
    ...accountHandlers({ db, actions, records }),
    ...identityHandlers({ db, actions }),
    ...sourceHandlers({ db, loads: loads({ db, tasks }), maxUploadBytes }),
    ...taskHandlers(db),
  }
  await operationRoutes(
    app,
    handlers,
    createGuard({ tokens, overLimit: createRateLimit(rateLimit) }),
  )

  app.addHook('onReady', () => tasks.start())
  app.addHook('onClose', async () => {
    await tasks.stop()
    await db.destroy()
  })
  return app
}
