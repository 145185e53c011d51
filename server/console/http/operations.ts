import { fileURLToPath } from 'node:url'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import openapiGlue from 'fastify-openapi-glue'

import type { components, operations } from '../../../src/api/console-schema.d.ts'
import { operatorOf, tenantName } from '../domain/operator.ts'
import type { Views } from '../domain/views.ts'
import type { Index } from '../index/index.ts'
import type { Upstream } from '../upstream/upstream.ts'
import type { Events } from './events.ts'
import { viewHandlers } from './views.ts'

type Schemas = components['schemas']
type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown
type Deps = { upstream: Upstream; index: Index; events: Events; views: Views }

/** The console's own operations, routed and validated by their document. */
export async function consoleRoutes(app: FastifyInstance, deps: Deps) {
  const { upstream, index, events } = deps
  const handlers: Record<keyof operations, Handler> = {
    ...viewHandlers(deps),
    getSession: () => session(upstream),
    listIndexedAccounts: async (request, reply) => {
      const answer = await index.list(questionOf(request))
      return reply.type('application/json; charset=utf-8').send(answer)
    },
    listIndexedIdentities: async (request, reply) => {
      const answer = await index.listIdentities(questionOf(request))
      return reply.type('application/json; charset=utf-8').send(answer)
    },
    search: (request) => {
      const { q, limit } = request.query as QueryOf<'search'> // as below
      return index.search(q, limit)
    },
    listUncorrelated: (request) =>
      index.listUncorrelated(request.query as QueryOf<'listUncorrelated'>), // as below
    exportAccounts: async (request, reply) => {
      const { columns, ...rest } = request.query as ExportQuery // as below
      const { total, file } = await index.exportCsv({ ...rest, columns: namesIn(columns) })
      reply.type('text/csv; charset=utf-8').header('x-total-count', String(total))
      reply.header('content-disposition', 'attachment; filename="accounts.csv"')
      return reply.send(file)
    },
    listAttributeNames: () => index.attributeNames(),
    getIndex: () => index.state(),
    refreshIndex: (_request, reply) => {
      index.refresh()
      reply.code(202)
      return index.state()
    },
    getEvents: (request, reply) => events.open(request, reply, [['index', index.state()]]),
  }
  // Of types that are only answered; each type that the document names needs a parser.
  app.addContentTypeParser(['text/csv', 'text/event-stream'], (_request, _body, done) => done(null))
  await app.register(openapiGlue, {
    specification: fileURLToPath(new URL('../../openapi/console.yaml', import.meta.url)),
    prefix: '/api/console',
    serviceHandlers: handlers,
  })
}

async function session({ tenant, tokens }: Upstream): Promise<Schemas['Session']> {
  const { baseUrl, clientId, embedded } = tenant
  const token = await tokens.get()
  return {
    tenant: { name: tenantName(baseUrl, embedded), baseUrl, embedded },
    operator: operatorOf(token, clientId),
  }
}

type QueryOf<Id extends 'listIndexedAccounts' | 'exportAccounts' | 'search' | 'listUncorrelated'> =
  Required<NonNullable<operations[Id]['parameters']['query']>>
type ExportQuery = QueryOf<'exportAccounts'>

function questionOf(request: FastifyRequest) {
  // Validated, and defaults are filled in.
  const { facets, ...rest } = request.query as QueryOf<'listIndexedAccounts'>
  return { ...rest, facets: namesIn(facets) }
}

const namesIn = (list: string) => list.split(',').filter(Boolean)
