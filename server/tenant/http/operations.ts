import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  RouteOptions,
} from 'fastify'
import { fastifyOpenapiGlue } from 'fastify-openapi-glue'

import type { OperationId } from '../../contract.ts'
import { readContract, v1PathOf, type Operation } from './contract.ts'
import type { createGuard } from './guard.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation of the contract that a route answers. */
    operationId?: OperationId
  }
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
export type Handlers<Ids extends OperationId> = Record<Ids, Handler>

/**
 * Routes every operation of the contract, each with its validation and its guard: below `/v2024`,
 * and below a path for each service, `/accounts/v1` for example, which the newer SDKs call.
 */
export async function operationRoutes(
  app: FastifyInstance,
  handlers: Handlers<OperationId>,
  guard: ReturnType<typeof createGuard>,
): Promise<void> {
  const { document, operations } = readContract()
  const byId = new Map<string, Operation>(operations.map((item) => [item.operationId, item]))
  app.decorateRequest('bearer', null)
  app.decorateRequest('sourceIds', null)
  app.decorateRequest('apiVersion', 'v2024')
  const published: RouteOptions[] = []
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => void published.push(route))
    await scope.register(fastifyOpenapiGlue, {
      prefix: '/v2024',
      specification: document,
      // The types ask for a whole route; what is given here is laid over the contract's.
      operationResolver: ((id: string) => {
        const operation = operationOf(id)
        return {
          ...guard(operation, 'v2024'),
          handler: handlers[operation.operationId],
          exposeHeadRoute: !operation.withHead,
          config: { operationId: operation.operationId },
        }
      }) as never,
    })
  })
  for (const route of published) {
    const operation = operationOf(route.config?.operationId ?? '')
    // GET brings its own HEAD along.
    if (!operation.inV1 || route.method === 'HEAD') continue
    const url = v1PathOf(route.url.replace(/^\/v2024/, ''))
    app.route({ ...route, ...guard(operation, 'v1'), url, schema: v1Schema(route.schema) })
  }

  function operationOf(id: string): Operation {
    const operation = byId.get(id)
    if (!operation) throw new Error(`The contract has no operation ${id}`)
    return operation
  }
}

/** The newer SDKs leave the headers to the caller, the one for experimental operations too. */
function v1Schema(schema: FastifySchema | undefined): FastifySchema | undefined {
  if (!schema?.headers) return schema
  const { headers: _, ...rest } = schema
  return rest
}
