import type { FastifyReply, FastifyRequest } from 'fastify'

import { forbidden, invalid, Refusal } from '../domain/errors.ts'
import { FORCE_SCOPE, refusalOf } from '../domain/rights.ts'
import { TokenError, type Bearer, type Tokens } from '../domain/tokens.ts'
import type { Db } from '../store/database.ts'
import type { ApiVersion, Operation } from './contract.ts'
import { checkReach } from './reach.ts'
import { checkStorable } from './storable.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; set by the guard of every operation of the contract. */
    bearer: Bearer | null
    /** Which paths it came by. */
    apiVersion: ApiVersion
  }
}

type Deps = { db: Db; tokens: Tokens; overLimit: (key: string) => number | undefined }

/** Hooks that let a request on to an operation, before its body is read. */
export function createGuard({ db, tokens, overLimit }: Deps) {
  return (operation: Operation, version: ApiVersion) => ({
    async onRequest(request: FastifyRequest, reply: FastifyReply) {
      request.apiVersion = version
      if (version === 'v2024') reply.header('x-deprecated', 'true')
      const bearer = await tokens.check(tokenOf(request))
      request.bearer = bearer // here already: the request log names who was refused, too
      const wait = overLimit(`${bearer.clientId} ${version}`)
      if (wait !== undefined) throw new Refusal(429, 'Rate Limit Exceeded', wait)
      const refusal = refusalOf(operation, bearer)
      if (refusal) throw forbidden(refusal)
      checkContentType(request, operation)
    },
    // After the validation: the body may name the source that the caller has to own.
    async preHandler(request: FastifyRequest) {
      await checkStorable(request)
      await checkReach(db, operation, request)
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
  const asked = { scopes: [FORCE_SCOPE], appScopes: [FORCE_SCOPE], levels: [] }
  const refusal = request.bearer && refusalOf(asked, request.bearer)
  if (refusal) throw forbidden(refusal)
}

/** The name that tasks carry as their launcher. */
export const callerOf = (request: FastifyRequest) => request.bearer?.clientId ?? 'System'

export function tokenOf(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new TokenError('JWT is required')
  return token
}
