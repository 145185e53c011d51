import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fastifyOpenapiGlue } from 'fastify-openapi-glue'

import type { OperationId } from '../../contract.ts'
import { readContract, type Operation } from './contract.ts'
import type { createGuard } from './guard.ts'

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
export type Handlers<Ids extends OperationId> = Record<Ids, Handler>

/** Routes every operation of the contract below `/v2024`, each with its validation and its guard. */
export async function operationRoutes(
  app: FastifyInstance,
  handlers: Handlers<OperationId>,
  guard: ReturnType<typeof createGuard>,
): Promise<void> {
  const { document, operations } = readContract()
  const byId = new Map<string, Operation>(operations.map((item) => [item.operationId, item]))
  app.decorateRequest('bearer', null)
  await app.register(fastifyOpenapiGlue, {
    prefix: '/v2024',
    specification: document,
    // The types ask for a whole route; what is given here is laid over the contract's.
    operationResolver: ((id: string) => {
      const operation = byId.get(id)
      if (!operation) throw new Error(`The contract has no operation ${id}`)
      return { ...guard(operation), handler: handlers[operation.operationId] }
    }) as never,
  })
}
