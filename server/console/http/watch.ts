import { pipeline, Readable, Transform } from 'node:stream'

import type { Operation } from '../domain/allow-list.ts'
import type { TenantIdentity } from '../index/identities/record.ts'
import { isTenantAccount, type TenantAccount } from '../index/store/record.ts'
import type { Answer } from '../upstream/call.ts'

/** What the copy of the tenant learns from the answers that people are given. */
export type Watcher = {
  observe: (accounts: TenantAccount[]) => void
  /** The tenant says that there is no such account. */
  forget: (id: string) => void
  /** `isList`: of a list, which may hold identities that the copy leaves out. */
  observeIdentities: (identities: TenantIdentity[], isList: boolean) => void
  forgetIdentity: (id: string) => void
}

/** A larger answer is handed on unread; the sync meets its next change. */
const MOST_BYTES = 4 * 1024 * 1024

const watchedPaths = ['/accounts', '/accounts/{id}', '/identities', '/identities/{id}']
const isWatched = ({ method, path }: Operation) => method === 'GET' && watchedPaths.includes(path)

/** The request's headers without the one that would make the answer unreadable here. */
export function readable(operation: Operation, headers: Record<string, string>) {
  if (!isWatched(operation)) return headers
  const { 'accept-encoding': _packed, ...rest } = headers
  return rest
}

/** Lets the copy learn from the answer, and gives it back whole. */
export async function watched(
  operation: Operation,
  id: string | undefined,
  answer: Answer,
  watcher: Watcher,
): Promise<Answer> {
  if (!isWatched(operation)) return answer
  const isAccounts = operation.path.startsWith('/accounts')
  if (answer.status === 404 && id) (isAccounts ? watcher.forget : watcher.forgetIdentity)(id)
  if (answer.status !== 200 || answer.headers['content-encoding']) return answer
  const learn = (text: string) => {
    const learnt = itemsIn(text, id)
    if (learnt.length === 0) return
    if (isAccounts) watcher.observe(learnt)
    else watcher.observeIdentities(learnt, id === undefined)
  }
  if (id === undefined) return { ...answer, body: overheard(answer.body, learn) }
  // Whoever has seen one object finds it in the lists: the copy learns it before the answer goes on.
  const { text, body } = await beginning(answer.body)
  if (text !== undefined) learn(text)
  return { ...answer, body }
}

/** A list goes on as it comes, and is told when all of it has passed, unless it was too long. */
function overheard(body: Answer['body'], told: (text: string) => void): Answer['body'] {
  const held: Buffer[] = []
  let bytes = 0
  const passing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes <= MOST_BYTES) held.push(chunk)
      else held.length = 0
      done(null, chunk)
    },
    flush(done) {
      if (bytes <= MOST_BYTES) told(Buffer.concat(held).toString('utf8'))
      done()
    },
  })
  // What breaks off destroys both, and whoever reads sees it there.
  pipeline(body, passing, () => {})
  const dump = async () => {
    passing.destroy()
    body.destroy()
  }
  return Object.assign(passing, { dump })
}

/** The text of a body, undefined where it is too long or breaks off, and all of it to be read again. */
async function beginning(body: Answer['body']): Promise<{ text?: string; body: Answer['body'] }> {
  const read: Buffer[] = []
  let bytes = 0
  const rest: AsyncIterator<Buffer> = body[Symbol.asyncIterator]()
  let failure: unknown
  let isWhole = false
  while (bytes <= MOST_BYTES && !isWhole && failure === undefined) {
    try {
      const next = await rest.next()
      isWhole = next.done === true
      if (next.done !== true) {
        read.push(next.value)
        bytes += next.value.length
      }
    } catch (error) {
      failure = error
    }
  }
  async function* again() {
    yield* read.splice(0)
    if (failure !== undefined) throw failure
    if (!isWhole) yield* { [Symbol.asyncIterator]: () => rest }
  }
  const text = isWhole ? Buffer.concat(read).toString('utf8') : undefined
  const whole = Readable.from(again(), { objectMode: false })
  const dump = async () => {
    whole.destroy()
    body.destroy()
  }
  return { ...(text !== undefined && { text }), body: Object.assign(whole, { dump }) }
}

/** The one with the id, or all of a list. What is no JSON is told to the browser elsewhere. */
function itemsIn(text: string, id: string | undefined): TenantAccount[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return []
  }
  const items = (Array.isArray(value) ? value : [value]).filter(isTenantAccount)
  return id === undefined ? items : items.filter((item) => item.id === id)
}
