import type { FastifyReply, FastifyRequest } from 'fastify'

import type { operations } from '../../../src/api/console-schema.d.ts'
import type { NotPersons } from '../domain/not-persons.ts'
import type { Index } from '../index/index.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { ownerOf, tenantOf } from './owner.ts'

type Deps = { upstream: Upstream; index: Index; notPersons: NotPersons }
type QueryOf<Id extends 'listUncorrelated' | 'listNotPersons'> = Required<
  NonNullable<operations[Id]['parameters']['query']>
>

/** The operations of the bench, by their names in the contract. What they are given is validated. */
export function notPersonHandlers({ upstream, index, notPersons }: Deps) {
  const tenant = tenantOf(upstream)
  return {
    listUncorrelated: async ({ query }: FastifyRequest) => {
      const marked = await notPersons.current(tenant)
      const hidden = new Set(marked.map(({ ord }) => ord))
      return index.listUncorrelated(query as QueryOf<'listUncorrelated'>, hidden)
    },
    listNotPersons: ({ query }: FastifyRequest) =>
      notPersons.list(tenant, query as QueryOf<'listNotPersons'>),
    markNotPerson: async ({ params }: FastifyRequest) =>
      notPersons.mark(await ownerOf(upstream), idIn(params)),
    putBackNotPerson: async ({ params }: FastifyRequest, reply: FastifyReply) => {
      await notPersons.putBack(tenant, idIn(params))
      return reply.code(204).send()
    },
  }
}

const idIn = (params: unknown) =>
  (params as operations['markNotPerson']['parameters']['path']).accountId
