import { fileURLToPath } from 'node:url'

import type { FastifyInstance } from 'fastify'
import openapiGlue from 'fastify-openapi-glue'

import type { components } from '../../../src/api/console-schema.d.ts'
import { operatorOf, tenantName } from '../domain/operator.ts'
import type { Upstream } from '../upstream/upstream.ts'

type Session = components['schemas']['Session']

/** The console's own operations, routed and validated by their document. */
export async function consoleRoutes(app: FastifyInstance, { upstream }: { upstream: Upstream }) {
  await app.register(openapiGlue, {
    specification: fileURLToPath(new URL('../../openapi/console.yaml', import.meta.url)),
    prefix: '/api/console',
    serviceHandlers: { getSession: () => session(upstream) },
  })
}

async function session({ tenant, tokens }: Upstream): Promise<Session> {
  const { baseUrl, clientId, embedded } = tenant
  const token = await tokens.get()
  return {
    tenant: { name: tenantName(baseUrl, embedded), baseUrl, embedded },
    operator: operatorOf(token, clientId),
  }
}
