import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

import { BAD_SYNTAX, errorBody } from '../../lib/error-body.ts'
import { FilterMeaningError, FilterSyntaxError } from '../../lib/filter/errors.ts'
import { Refusal } from '../domain/errors.ts'
import { TokenError } from '../domain/tokens.ts'
import { unstorable } from '../store/unstorable.ts'

/** Statuses whose body the contract shapes alike. */
const shaped = [400, 403, 404, 500]

/** The one place where an error becomes a status and a body. */
export function sendError(
  error: Error | FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  reply.header('slpt-request-id', request.id) // no hook runs before an address that is no address
  if (error instanceof TokenError) return reply.code(401).send({ error: error.message })
  const status = statusOf(error)
  const retryAfter = error instanceof Refusal ? error.retryAfter : undefined
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  if (status === 429) return reply.code(429).send({ message: ' Rate Limit Exceeded ' })
  if (status >= 500 && !(error instanceof Refusal)) request.log.error(error)
  const code = status === 400 && isSyntax(error) ? BAD_SYNTAX : undefined
  return reply.code(status).send(errorBody(status, textOf(error, status), request.id, code))
}

export function sendNotFound(request: FastifyRequest, reply: FastifyReply) {
  const path = request.url.split('?')[0]
  const text = `There is nothing for ${request.method} ${path}.`
  return reply.code(404).send(errorBody(404, text, request.id))
}

const isSyntax = (error: Error) =>
  error instanceof FilterSyntaxError ||
  error instanceof SyntaxError ||
  codeOf(error).startsWith('FST_ERR_CTP')

const codeOf = (error: Error) => ('code' in error ? String(error.code) : '')

/** A status that the contract knows: it has none for a large body or another content type. */
function statusOf(error: Error | FastifyError): number {
  if (error instanceof Refusal) return error.status
  if (error instanceof FilterSyntaxError || error instanceof FilterMeaningError) return 400
  if (unstorable(error)) return 400
  const status = 'statusCode' in error ? Number(error.statusCode) : 500
  if (shaped.includes(status) || status === 429) return status
  return status >= 400 && status < 500 ? 400 : 500
}

function textOf(error: Error | FastifyError, status: number): string {
  if (error instanceof Refusal) return error.message
  const refused = unstorable(error)
  if (refused) return refused
  if (status >= 500) return 'The tenant failed while it answered.'
  if (error instanceof SyntaxError) return `The body is not JSON: ${error.message}.`
  if ('validation' in error && error.validation) {
    const [problem] = error.validation
    return problem ? describe(problem, error.validationContext) : error.message
  }
  return error.message
}

type Problem = NonNullable<FastifyError['validation']>[number]

/** Names the parameter or the place in the body that is wrong. */
function describe(problem: Problem, context: string | undefined): string {
  const path = problem.instancePath.slice(1).replaceAll('/', '.')
  const place = path || (context === 'body' ? 'The body' : 'The request')
  const allowed = problem.params.allowedValues
  const list = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''
  return `${place} ${problem.message ?? 'is not valid'}${list}.`
}
