import type { Multipart } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'

import { invalid } from '../domain/errors.ts'

/** The parts of a multipart form; a form that cannot be read is the caller's fault, not ours. */
export async function* partsOf(
  request: FastifyRequest,
  fileSize: number,
): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits: { fileSize } })
  } catch (error) {
    throw invalid(`The form cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}
