import type { FastifyInstance, FastifyRequest } from 'fastify'

import { ALL_SCOPES } from '../domain/clients.ts'
import { drift, driftDefaults, type DriftWish } from '../domain/drift.ts'
import { forbidden } from '../domain/errors.ts'
import { refusalOf } from '../domain/rights.ts'
import type { Tokens } from '../domain/tokens.ts'
import type { Verdict, Verifications } from '../domain/verifications.ts'
import type { Db } from '../store/database.ts'
import { tokenOf } from './guard.ts'
import { checkStorable } from './storable.ts'

type Deps = { db: Db; tokens: Tokens; verifications: Verifications; remoteSourceId?: string }

const driftBody = {
  type: 'object',
  additionalProperties: false,
  properties: {
    seed: { type: 'integer', minimum: 0, maximum: 2 ** 32 - 1, default: driftDefaults.seed },
    share: { type: 'number', minimum: 0, maximum: 1, default: driftDefaults.share },
    sourceId: { type: 'string', minLength: 1 },
  },
}

const verdictBody = {
  type: 'object',
  additionalProperties: false,
  required: ['approved'],
  properties: {
    approved: { type: 'boolean' },
    reason: { type: 'string', maxLength: 1000 },
  },
}

/**
 * What belongs to this tenant and not to the contract: calls that make something happen on the
 * systems behind it. They stand below `/control`, for administrators alone.
 */
export function controlRoutes(
  app: FastifyInstance,
  { db, tokens, verifications, remoteSourceId }: Deps,
): void {
  const onRequest = async (request: FastifyRequest) => {
    const bearer = await tokens.check(tokenOf(request))
    const refusal = refusalOf({ scopes: [ALL_SCOPES], levels: ['ORG_ADMIN'] }, bearer)
    if (refusal) throw forbidden(refusal)
    request.bearer = bearer
  }

  app.post<{ Body: DriftWish }>(
    '/control/drift',
    { onRequest, preHandler: checkStorable, schema: { body: driftBody } },
    (request) => drift(db, request.body, remoteSourceId),
  )
  app.post<{ Params: { id: string }; Body: Verdict }>(
    '/control/verifications/:id',
    { onRequest, preHandler: checkStorable, schema: { body: verdictBody } },
    (request) => verifications.decide(request.params.id, request.body),
  )
}
