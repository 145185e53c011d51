import type { FastifyRequest } from 'fastify'

import type { BulkVerdict } from '../../contract.ts'
import type { AccountActions } from '../domain/account-actions.ts'
import { authUser } from '../domain/auth-users.ts'
import { invalid, Refusal } from '../domain/errors.ts'
import type { Db } from '../store/database.ts'
import { findIdentity, listIdentities } from '../store/read/identities.ts'
import { callerOf } from './guard.ts'
import { found, idOf, listQuery, sendPage } from './lists.ts'
import type { Handler, Handlers } from './operations.ts'

type Deps = { db: Db; actions: AccountActions }

export function identityHandlers({
  db,
  actions,
}: Deps): Handlers<
  | 'listIdentities'
  | 'getIdentity'
  | 'getAuthUser'
  | 'enableAccountForIdentity'
  | 'disableAccountForIdentity'
  | 'enableAccountsForIdentities'
  | 'disableAccountsForIdentities'
> {
  const switchOne =
    (enabled: boolean): Handler =>
    async (request, reply) => {
      const id = idOf(request)
      const [verdict] = await actions.switchLogins([id], enabled, callerOf(request))
      if (!verdict?.found) throw new Refusal(404, missing(id))
      reply.code(202)
      return {}
    }
  const switchMany =
    (enabled: boolean): Handler =>
    async (request, reply) => {
      const verdicts = await actions.switchLogins(idsOf(request), enabled, callerOf(request))
      reply.code(207)
      return verdicts.map(({ id, found: isThere }): BulkVerdict =>
        isThere ? { id, statusCode: 202 } : { id, statusCode: 404, message: missing(id) },
      )
    }
  return {
    listIdentities: async (request, reply) =>
      sendPage(reply, await listIdentities(db, listQuery(request))),
    getIdentity: async (request) => {
      const id = idOf(request)
      return found(await findIdentity(db, id), 'identity', id)
    },
    getAuthUser: async (request) => {
      const id = idOf(request)
      return found(await authUser(db, id), 'log-in of an identity', id)
    },
    enableAccountForIdentity: switchOne(true),
    disableAccountForIdentity: switchOne(false),
    enableAccountsForIdentities: switchMany(true),
    disableAccountsForIdentities: switchMany(false),
  }
}

const missing = (id: string) => `Referenced identity "${id}" was not found.`

/** ISC publishes no bound; this one keeps a call to about a second of work. */
const MOST_IDS = 10_000

function idsOf(request: FastifyRequest): string[] {
  const { identityIds = [] } = request.body as { identityIds?: string[] } // validated
  if (identityIds.length === 0) throw invalid('identityIds has to name at least one identity.')
  if (identityIds.length > MOST_IDS) {
    throw invalid(
      `identityIds names ${identityIds.length} identities; at most ${MOST_IDS} go at once.`,
    )
  }
  return identityIds
}
