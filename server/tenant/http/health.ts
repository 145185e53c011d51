import { setTimeout as sleep } from 'node:timers/promises'

import type { FastifyInstance } from 'fastify'

import type { Db } from '../store/database.ts'
import { answers } from '../store/settings.ts'

const PATIENCE_MS = 3000

/** Whether the tenant can do its work, for whoever watches over its process. */
export function healthRoute(app: FastifyInstance, db: Db): void {
  app.get('/healthz', async (_request, reply) => {
    const late = new AbortController()
    const problem = await Promise.race([
      answers(db).then(
        () => undefined,
        (error: unknown) => error,
      ),
      sleep(PATIENCE_MS, new Error('It took too long.'), late),
    ])
    late.abort()
    if (problem === undefined) return { status: 'ok' }
    app.log.error(problem)
    return reply.code(503).send({ status: 'error', reason: 'The database does not answer.' })
  })
}
