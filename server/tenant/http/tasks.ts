import type { Operation } from 'rfc6902'

import { patchTask } from '../domain/task-patch.ts'
import type { Db } from '../store/database.ts'
import { findTask, listTasks } from '../store/read/tasks.ts'
import { found, idOf, listQuery, sendPage } from './lists.ts'
import type { Handlers } from './operations.ts'

export function taskHandlers(
  db: Db,
): Handlers<'getTaskStatusList' | 'getTaskStatus' | 'updateTaskStatus'> {
  return {
    getTaskStatusList: async (request, reply) =>
      sendPage(reply, await listTasks(db, listQuery(request))),
    getTaskStatus: async (request) => {
      const id = idOf(request)
      return found(await findTask(db, id), 'task', id)
    },
    updateTaskStatus: async (request) => {
      const id = idOf(request)
      await patchTask(db, id, request.body as Operation[]) // validated
      return found(await findTask(db, id), 'task', id)
    },
  }
}
