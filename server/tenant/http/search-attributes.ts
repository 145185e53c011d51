import type { FastifyRequest } from 'fastify'
import type { Operation } from 'rfc6902'

import type { SearchAttributes } from '../domain/search-attributes.ts'
import { listQuery } from './lists.ts'
import type { Handlers } from './operations.ts'

export function searchAttributeHandlers(
  attributes: SearchAttributes,
): Handlers<
  | 'getSearchAttributeConfig'
  | 'createSearchAttributeConfig'
  | 'getSingleSearchAttributeConfig'
  | 'patchSearchAttributeConfig'
  | 'deleteSearchAttributeConfig'
> {
  return {
    getSearchAttributeConfig: async (request) => {
      const { limit, offset } = listQuery(request)
      return attributes.list(limit, offset)
    },
    createSearchAttributeConfig: async (request, reply) => {
      await attributes.create(request.body)
      reply.code(202)
      return {}
    },
    // The contract has a 204 for this read alone: there is nothing of that name to send.
    getSingleSearchAttributeConfig: async (request, reply) =>
      (await attributes.find(nameOf(request))) ?? reply.code(204).send(),
    patchSearchAttributeConfig: async (request) =>
      attributes.patch(nameOf(request), request.body as Operation[]), // validated
    deleteSearchAttributeConfig: async (request, reply) => {
      await attributes.delete(nameOf(request))
      return reply.code(204).send()
    },
  }
}

const nameOf = (request: FastifyRequest) => (request.params as { name: string }).name // the contract's
