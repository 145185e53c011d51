import type { FastifyRequest } from 'fastify'
import type { Operation } from 'rfc6902'

import { aggregationStatus } from '../domain/aggregation-status.ts'
import { patchTask } from '../domain/task-patch.ts'
import type { Db } from '../store/database.ts'
import { findTask, listAllTasks, listPendingTasks, listTasks } from '../store/read/tasks.ts'
import { found, idOf, listQuery, sendPage } from './lists.ts'
import type { Handler, Handlers } from './operations.ts'

export function taskHandlers(
  db: Db,
): Handlers<
  | 'getTaskStatusList'
  | 'getTaskStatus'
  | 'updateTaskStatus'
  | 'getPendingTasks'
  | 'getPendingTaskHeaders'
  | 'getAccountAggregationStatus'
> {
  /** Where nothing at all is pending, the contract has an answer without a body. */
  const pending: Handler = async (request, reply) => {
    const page = await listPendingTasks(db, listQuery(request))
    const rows = sendPage(reply, page)
    return rows.length > 0 || (await anyPending(request)) ? rows : reply.code(204).send()
  }

  async function anyPending({ sourceIds }: FastifyRequest): Promise<boolean> {
    const one = { limit: 1, offset: 0, count: false, sourceIds }
    return (await listPendingTasks(db, one)).items.length > 0
  }

  return {
    getTaskStatusList: async (request, reply) => {
      const list = request.apiVersion === 'v1' ? listAllTasks : listTasks
      return sendPage(reply, await list(db, listQuery(request)))
    },
    getTaskStatus: async (request) => {
      const id = idOf(request)
      return found(await findTask(db, id), 'task', id)
    },
    updateTaskStatus: async (request) => {
      const id = idOf(request)
      await patchTask(db, id, request.body as Operation[]) // validated
      return found(await findTask(db, id), 'task', id)
    },
    getPendingTasks: pending,
    getPendingTaskHeaders: pending,
    getAccountAggregationStatus: async (request) => {
      const id = idOf(request)
      return found(await aggregationStatus(db, id, new Date()), 'aggregation', id)
    },
  }
}
