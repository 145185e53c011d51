import type { FastifyRequest } from 'fastify'
import type { Operation } from 'rfc6902'

import type { AccountActions, Wish } from '../domain/account-actions.ts'
import type { AccountRecords } from '../domain/account-records.ts'
import { classify, type ClassificationMode } from '../domain/classify.ts'
import { notFound } from '../domain/errors.ts'
import { verificationIdOf } from '../domain/verifications.ts'
import type { Db } from '../store/database.ts'
import { findAccount, listAccounts } from '../store/read/accounts.ts'
import { findEntitlement, listAccountEntitlements } from '../store/read/entitlements.ts'
import { callerOf, checkForce } from './guard.ts'
import { found, idOf, listQuery, sendPage } from './lists.ts'
import type { Handlers } from './operations.ts'

type Deps = { db: Db; actions: AccountActions; records: AccountRecords }

export function accountHandlers({
  db,
  actions,
  records,
}: Deps): Handlers<
  | 'listAccounts'
  | 'getAccount'
  | 'createAccount'
  | 'putAccount'
  | 'updateAccount'
  | 'deleteAccount'
  | 'getAccountEntitlements'
  | 'submitReloadAccount'
  | 'enableAccount'
  | 'disableAccount'
  | 'unlockAccount'
  | 'deleteAccountAsync'
  | 'getEntitlement'
  | 'sendClassifyMachineAccount'
> {
  return {
    listAccounts: async (request, reply) =>
      sendPage(reply, await listAccounts(db, listQuery(request))),
    getAccount: async (request) => {
      const id = idOf(request)
      return found(await findAccount(db, id), 'account', id)
    },
    getAccountEntitlements: async (request, reply) => {
      const id = idOf(request)
      if (!(await findAccount(db, id))) throw notFound('account', id)
      return sendPage(reply, await listAccountEntitlements(db, id, listQuery(request)))
    },
    getEntitlement: async (request) => {
      const id = idOf(request)
      return found(await findEntitlement(db, id), 'entitlement', id)
    },
    createAccount: async (request, reply) => {
      reply.code(202)
      return { id: await records.create(attributesOf(request), callerOf(request)) }
    },
    putAccount: async (request, reply) => {
      reply.code(202)
      return { id: await records.put(idOf(request), attributesOf(request), callerOf(request)) }
    },
    updateAccount: async (request, reply) => {
      await records.patch(idOf(request), request.body as Operation[]) // as the contract has it
      reply.code(202)
      return {}
    },
    deleteAccount: async (request, reply) => {
      reply.code(202)
      return { id: await actions.delete(idOf(request), callerOf(request)) }
    },
    submitReloadAccount: async (request, reply) => {
      reply.code(202)
      return { id: await actions.reload(idOf(request), callerOf(request)) }
    },
    enableAccount: async (request, reply) => {
      reply.code(202)
      return { id: await actions.enable(idOf(request), callerOf(request), wishOf(request)) }
    },
    disableAccount: async (request, reply) => {
      reply.code(202)
      return { id: await actions.disable(idOf(request), callerOf(request), wishOf(request)) }
    },
    unlockAccount: async (request, reply) => {
      const wish = wishOf(request)
      if (wish.force) checkForce(request)
      reply.code(202)
      return { id: await actions.unlock(idOf(request), callerOf(request), wish) }
    },
    sendClassifyMachineAccount: async (request) => {
      const { classificationMode } = request.query as { classificationMode: ClassificationMode } // validated
      return { isMachine: await classify(db, idOf(request), classificationMode) }
    },
    deleteAccountAsync: async (request, reply) => {
      reply.code(202)
      const id = await actions.remove(idOf(request), callerOf(request))
      return { type: 'TASK_RESULT', id, name: null }
    },
  }
}

type UnlockBody = {
  forceProvisioning?: boolean
  unlockIDNAccount?: boolean
  externalVerificationId?: string
}

function wishOf(request: FastifyRequest): Wish {
  const body = request.body as UnlockBody // validated
  return {
    force: body.forceProvisioning ?? false,
    unlockLogin: body.unlockIDNAccount,
    verificationId: verificationIdOf(body.externalVerificationId),
  }
}

const attributesOf = (request: FastifyRequest) =>
  (request.body as { attributes: Record<string, unknown> }).attributes // validated
