import type { FastifyReply, FastifyRequest } from 'fastify'

import type { components, operations } from '../../../src/api/console-schema.d.ts'
import type { Views } from '../domain/views.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { ownerOf } from './owner.ts'

type Schemas = components['schemas']
type Deps = { upstream: Upstream; views: Views }

/** The operations on views, by their names in the contract. What they are given is validated. */
export function viewHandlers({ upstream, views }: Deps) {
  return {
    listViews: async ({ query }: FastifyRequest) => {
      const { list } = query as NonNullable<operations['listViews']['parameters']['query']>
      return views.list(await ownerOf(upstream), list)
    },
    createView: async ({ body }: FastifyRequest, reply: FastifyReply) => {
      const view = await views.create(await ownerOf(upstream), body as Schemas['NewView'])
      reply.code(201)
      return view
    },
    changeView: async ({ params, body }: FastifyRequest) =>
      views.change(await ownerOf(upstream), idIn(params), body as Schemas['ViewChange']),
    deleteView: async ({ params }: FastifyRequest, reply: FastifyReply) => {
      await views.remove(await ownerOf(upstream), idIn(params))
      return reply.code(204).send()
    },
  }
}

const idIn = (params: unknown) => (params as operations['changeView']['parameters']['path']).id
