import type { FastifyRequest } from 'fastify'

import { forbidden, invalid, Refusal } from '../domain/errors.ts'
import { FORCE_SCOPE, refusalOf } from '../domain/rights.ts'
import { TokenError, type Bearer, type Tokens } from '../domain/tokens.ts'
import type { Operation } from './contract.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; set by the guard of every operation of the contract. */
    bearer: Bearer | null
  }
}

type Deps = { tokens: Tokens; overLimit: (key: string) => number | undefined }

/** Hooks that let a request on to an operation, before its body is read. */
export function createGuard({ tokens, overLimit }: Deps) {
  return (operation: Operation) => ({
    async onRequest(request: FastifyRequest) {
      const bearer = await tokens.check(tokenOf(request))
      const wait = overLimit(`${bearer.clientId} v2024`)
      if (wait !== undefined) throw new Refusal(429, 'Rate Limit Exceeded', wait)
      const refusal = refusalOf(operation, bearer)
      if (refusal) throw forbidden(refusal)
      request.bearer = bearer
      checkContentType(request, operation)
    },
  })
}

function checkContentType({ headers }: FastifyRequest, { bodyTypes }: Operation): void {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (bodyTypes.length === 0 || bodyTypes.includes(type)) return
  if (type === '') throw invalid('The body is missing.')
  throw invalid(`The body has to be ${bodyTypes.join(' or ')}, not ${type}.`)
}

/** Forcing an unlock takes a right more than the contract's list for the operation names. */
export function checkForce(request: FastifyRequest): void {
  const asked = { scopes: [FORCE_SCOPE], levels: [] }
  const refusal = request.bearer && refusalOf(asked, request.bearer)
  if (refusal) throw forbidden(refusal)
}

/** The name that tasks carry as their launcher. */
export const callerOf = (request: FastifyRequest) => request.bearer?.clientId ?? 'System'

function tokenOf(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new TokenError('JWT is required')
  return token
}
