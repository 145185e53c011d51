import type { FastifyReply, FastifyRequest } from 'fastify'

import { notFound } from '../domain/errors.ts'
import type { ListQuery, Page } from '../store/read/page.ts'

/** The query as the contract describes it: it has been validated, and defaults are filled in. */
export function listQuery(request: FastifyRequest): ListQuery {
  const query = request.query as ListQuery & { includeIDNSource?: boolean } // validated
  const { includeIDNSource, ...rest } = query
  return { ...rest, includeInternal: includeIDNSource, sourceIds: request.sourceIds }
}

export function sendPage<T>(reply: FastifyReply, { items, total }: Page<T>): T[] {
  if (total !== undefined) reply.header('x-total-count', String(total))
  return items
}

export function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id // the contract's only path parameter
}

export function found<T>(item: T | undefined, what: string, id: string): T {
  if (item === undefined) throw notFound(what, id)
  return item
}
