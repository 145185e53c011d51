import type { FastifyRequest } from 'fastify'

import { forbidden, invalid } from '../domain/errors.ts'
import { reachesOwnSourcesOnly } from '../domain/rights.ts'
import type { Bearer } from '../domain/tokens.ts'
import { accountRow } from '../store/accounts.ts'
import type { Db } from '../store/database.ts'
import { ownedSourceIds, sourceRow } from '../store/sources.ts'
import { taskRow } from '../store/tasks.ts'
import type { Operation } from './contract.ts'
import { subjects } from './subjects.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The sources that the caller reaches; null where there is no such bound. */
    sourceIds: string[] | null
  }
}

/**
 * Keeps those who look after sources to their own: lists hold nothing else, and what lies elsewhere
 * is refused. ISC does not publish how it answers then. It is 403 for reads as for writes, because a
 * 404 would say that the record is gone, which a caller that keeps a copy takes for a deletion; an id
 * that nobody has answers 404.
 */
export async function checkReach(db: Db, operation: Operation, request: FastifyRequest) {
  const { bearer } = request
  if (!bearer) throw new Error(`${operation.operationId} was let in without a bearer`)
  if (operation.operationId === 'listSources') {
    request.sourceIds = await listedSources(db, operation, bearer, request)
    return
  }
  const subject = subjects[operation.operationId]
  if (subject === 'any' || !reachesOwnSourcesOnly(operation, bearer)) return
  const own = await ownSources(db, bearer)
  request.sourceIds = own
  if (subject === 'list') return
  const sourceId = await sourceOf(db, subject, request)
  if (sourceId !== undefined && !own.includes(sourceId ?? '')) {
    throw forbidden('The user may see and change only what belongs to sources that they own.')
  }
}

const ownSources = (db: Db, { identityId }: Bearer) => ownedSourceIds(db, identityId ?? '')

/** The source that the request is about: undefined where there is none, null for a task without. */
async function sourceOf(
  db: Db,
  subject: 'account' | 'source' | 'task' | 'new account',
  { params, body }: FastifyRequest,
): Promise<string | null | undefined> {
  const { id, sourceId } = params as { id?: string; sourceId?: string } // the contract's only two
  switch (subject) {
    case 'account':
      return (await accountRow(db, id ?? ''))?.source_id
    case 'task':
      return (await taskRow(db, id ?? ''))?.source_id
    case 'source':
      return (await sourceRow(db, id ?? sourceId ?? ''))?.id
    case 'new account': {
      const { attributes } = body as { attributes: { sourceId: string } } // validated
      return (await sourceRow(db, attributes.sourceId))?.id
    }
  }
}

/**
 * `for-subadmin` narrows the list to the sources of one person. A sub-administrator has to name
 * themselves, or is refused, as the contract says of this one list.
 */
async function listedSources(
  db: Db,
  operation: Operation,
  bearer: Bearer,
  { query }: FastifyRequest,
): Promise<string[] | null> {
  const given = (query as { 'for-subadmin'?: string })['for-subadmin'] // as the contract has it
  const person = given === 'me' ? bearer.identityId : given
  if (person === null) throw invalid('for-subadmin: me stands for a user, and the token has none.')
  const bound = reachesOwnSourcesOnly(operation, bearer)
  const isAdmin = bearer.levels.includes('SOURCE_ADMIN')
  if (bound && !isAdmin && person !== bearer.identityId) {
    throw forbidden('for-subadmin has to be me, or the id of the user who calls.')
  }
  const named = person ? await ownedSourceIds(db, person) : null
  if (!bound) return named
  const own = await ownSources(db, bearer)
  return named ? own.filter((id) => named.includes(id)) : own
}
