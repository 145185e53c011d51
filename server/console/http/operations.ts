import { fileURLToPath } from 'node:url'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import openapiGlue from 'fastify-openapi-glue'

import type { components, operations } from '../../../src/api/console-schema.d.ts'
import { readNames } from '../../lib/filter/names.ts'
import type { NotPersons } from '../domain/not-persons.ts'
import { operatorOf, tenantName } from '../domain/operator.ts'
import type { Views } from '../domain/views.ts'
import type { Index } from '../index/index.ts'
import { bodyLimitOf, runHandlers } from '../runs/http.ts'
import type { Runs } from '../runs/runs.ts'
import type { Upstream } from '../upstream/upstream.ts'
import type { Events } from './events.ts'
import { notPersonHandlers } from './not-persons.ts'
import { viewHandlers } from './views.ts'

type Schemas = components['schemas']
type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown
type Deps = {
  upstream: Upstream
  index: Index
  events: Events
  views: Views
  notPersons: NotPersons
  runs: Runs
}

/** The console's own operations, routed and validated by their document. */
export async function consoleRoutes(app: FastifyInstance, deps: Deps) {
  const { upstream, index, events, runs } = deps
  const handlers: Record<keyof operations, Handler> = {
    ...viewHandlers(deps),
    ...notPersonHandlers(deps),
    ...runHandlers(deps),
    getSession: () => session(upstream),
    listIndexedAccounts: async (request, reply) => {
      const answer = await index.list(questionOf(request))
      const pending = (await runs.engine.isBusy()) ? await runs.engine.pending(idsIn(answer)) : []
      const all = pending.length > 0 ? withPending(answer, pending) : answer
      return reply.type('application/json; charset=utf-8').send(all)
    },
    listIndexedIdentities: async (request, reply) => {
      const answer = await index.listIdentities(questionOf(request))
      return reply.type('application/json; charset=utf-8').send(answer)
    },
    search: (request) => {
      const { q, limit } = request.query as QueryOf<'search'> // as below
      return index.search(q, limit)
    },
    exportAccounts: async (request, reply) => {
      const { columns, ...rest } = request.query as ExportQuery // as below
      const { total, file } = await index.exportCsv({ ...rest, columns: readNames(columns) })
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
    getEvents: async (request, reply) => {
      events.open(request, reply, [['index', index.state()]])
      for (const run of await runs.engine.open()) events.send('run', run)
      return reply
    },
  }
  // Of types that are only answered; each type that the document names needs a parser.
  app.addContentTypeParser(['text/csv', 'text/event-stream'], (_request, _body, done) => done(null))
  app.addHook('onRoute', (route) => {
    const bodyLimit = bodyLimitOf(route.url)
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit
  })
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

const idsIn = (answer: string) =>
  (JSON.parse(answer) as Schemas['IndexedAccounts']).items.map(({ id }) => String(id))

/** The answer is long, and is text already. */
const withPending = (answer: string, pending: unknown[]) =>
  `${answer.slice(0, -1)},"pending":${JSON.stringify(pending)}}`

type QueryOf<Id extends 'listIndexedAccounts' | 'exportAccounts' | 'search'> = Required<
  NonNullable<operations[Id]['parameters']['query']>
>
type ExportQuery = QueryOf<'exportAccounts'>

function questionOf(request: FastifyRequest) {
  // Validated, and defaults are filled in.
  const { facets, ...rest } = request.query as QueryOf<'listIndexedAccounts'>
  return { ...rest, facets: readNames(facets) }
}
