import { api, ok, type Account, type TaskStatus } from '#api/client.ts'
import { isUnreachable } from '#api/errors.ts'
import { runOne } from '#api/run-one.ts'
import { isEnded, messagesOf, stateOf } from '#api/task.ts'
import { createText as text } from '#lib/messages/create-account.ts'

import { all, oneOf } from '../filter-language.ts'
import { valuesOf, type Change } from '../panel/edit-fields.ts'
import { readAccount, readError, type Read } from '../read-account.ts'
import type { NewAccount } from './create-fields.ts'
import { followLimits, pacer, wallClock, type Clock, type FollowLimits } from './pacer.ts'

/** What can truthfully be said of an account that was to be created. */
export type Created =
  | { is: 'created'; account: Account; warnings: string[] }
  /** Nothing was sent: the tenant would have changed the account that is there (isc-facts §8.3). */
  | { is: 'taken'; account: Account }
  | { is: 'failed'; words: string; taskId: string | undefined }
  | { is: 'not-confirmed'; taskId: string | undefined }

/** Long enough to see an account whose answer was lost on the way. */
const glance: FollowLimits = { ...followLimits, settleMs: 2_500, deafMs: 2_500 }

/**
 * Creates an account and looks for it until the tenant has it. Throws where it was not sent, or
 * where no answer came and the account is not there either.
 */
export async function createAccount(
  wanted: NewAccount,
  clock: Clock = wallClock,
): Promise<Created> {
  const taken = await findAccount(wanted)
  if (taken) return { is: 'taken', account: taken }
  const created = await create(wanted, clock)
  return created.is === 'created' ? addLists(created, wanted.lists) : created
}

async function create(wanted: NewAccount, clock: Clock): Promise<Created> {
  let taskId: string | undefined
  try {
    const body = { attributes: { ...wanted.attributes, sourceId: wanted.sourceId } }
    taskId = (await ok(api.POST('/accounts', { body }))).data.id
  } catch (error) {
    if (!isUnreachable(error)) throw error
    const seen = await followCreated(wanted, undefined, clock, glance)
    if (seen.is === 'created') return seen
    throw error
  }
  return followCreated(wanted, taskId, clock, followLimits)
}

/** The account that has this native identity; case counts, as it does where the tenant compares it. */
async function findAccount({ sourceId, nativeIdentity }: NewAccount): Promise<Account | undefined> {
  const filters = all([oneOf('sourceId', [sourceId]), oneOf('nativeIdentity', [nativeIdentity])])
  const query = { filters, limit: 1 }
  const { data } = await ok(api.GET('/accounts', { params: { query } }))
  return data[0] as Account | undefined // everything stored has an id
}

async function followCreated(
  wanted: NewAccount,
  taskId: string | undefined,
  clock: Clock,
  limits: FollowLimits,
): Promise<Created> {
  const pace = pacer(clock, limits)
  let seen: Read<Account | undefined>
  let task: TaskStatus | undefined
  do {
    // The task first: one that has ended before the account was looked for has done all it does.
    if (taskId && !(task && isEnded(task))) task = await readTask(taskId)
    const words = task ? messagesOf(task.messages).map((message) => message.text) : []
    if (task && ['ERROR', 'TERMINATED', 'TEMPERROR'].includes(stateOf(task))) {
      return { is: 'failed', words: words.join('\n'), taskId }
    }
    seen = await tryRead(() => findAccount(wanted))
    if (seen.is === 'found' && seen.value) {
      const isWarned = task !== undefined && stateOf(task) === 'WARNING'
      return { is: 'created', account: seen.value, warnings: isWarned ? words : [] }
    }
  } while (seen.is !== 'refused' && (await pace.next(seen)))
  return { is: 'not-confirmed', taskId }
}

/** The account is there whatever becomes of these: what did not work is a warning. */
async function addLists(
  created: Created & { is: 'created' },
  lists: readonly Change[],
): Promise<Created> {
  if (lists.length === 0) return created
  const { id } = created.account
  const warn = (words: string) => {
    const warning = text.listsMissing(lists.map(({ field }) => field.name).join(', '), words)
    return { ...created, warnings: [...created.warnings, warning] }
  }
  const selection = { accountIds: [id] }
  try {
    const one = await runOne({ action: 'edit', selection, attributes: valuesOf(lists) })
    if (one.is === 'kept') return warn(one.words)
    if (one.item.state !== 'done') return warn(one.item.words ?? '')
  } catch (error) {
    return warn(error instanceof Error ? error.message : String(error))
  }
  const seen = await readAccount(id)
  return seen.is === 'found' ? { ...created, account: seen.value } : created
}

/** Undefined where it cannot be read: the account alone then tells. */
async function readTask(id: string): Promise<TaskStatus | undefined> {
  const read = await tryRead(
    async () => (await ok(api.GET('/task-status/{id}', { params: { path: { id } } }))).data,
  )
  return read.is === 'found' ? read.value : undefined
}

async function tryRead<T>(call: () => Promise<T>): Promise<Read<T>> {
  try {
    return { is: 'found', value: await call() }
  } catch (error) {
    return readError(error)
  }
}
