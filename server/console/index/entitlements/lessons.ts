import type { AccountMemory } from '../memory/account-memory.ts'
import { rowsWith } from '../memory/codes.ts'
import { inTransaction } from '../store/database.ts'
import type { IndexFile } from '../store/index-file.ts'
import type { TenantAccount } from '../store/record.ts'
import { accountsAt } from '../store/rows.ts'
import { ReadFailed } from '../sync/reader.ts'
import { PLAIN, PRIVILEGED, UNKNOWN, type Catalogue, type Named } from './catalogue.ts'
import type { SourceKnown, Status, Value } from './catalogue.ts'
import type { EntitlementReader } from './reader.ts'
import { writeSources, writeValues } from './rows.ts'
import { newAttributes, teachingOf, toldIn, type Teaching } from './teaching.ts'

type Deps = {
  reader: EntitlementReader
  file: IndexFile
  catalogue: Catalogue
  memory: () => AccountMemory
  /** When the copy was last known to equal the tenant. */
  asOf: () => number | undefined
  now: () => number
}

export type Lessons = ReturnType<typeof createLessons>

/** What single answers of the tenant teach, and how that is kept. */
export function createLessons({ reader, file, catalogue, memory, asOf, now }: Deps) {
  /**
   * What did not fit the copy when it was read. The account may have changed a moment before, so that
   * it counts only where it is so again once the copy has caught up.
   */
  const doubts = new Map<Value | SourceKnown, { row: number; at: number }>()

  function isConfirmed(subject: Value | SourceKnown, row: number): boolean {
    const doubt = doubts.get(subject)
    const isAgain = doubt?.row === row && (asOf() ?? 0) > doubt.at
    if (isAgain) doubts.delete(subject)
    else doubts.set(subject, { row, at: now() })
    return isAgain
  }

  /** Whether it makes no sense to ask again before the copy has caught up. */
  function isWaiting(subject: Value | SourceKnown): boolean {
    const doubt = doubts.get(subject)
    return doubt !== undefined && (asOf() ?? 0) <= doubt.at
  }

  /** Asks for the source's schema. What accounts have shown beside it stays. */
  async function learnSource(source: SourceKnown): Promise<void> {
    const { generation } = file
    let named: string[] | undefined
    let refusal: unknown
    try {
      named = await reader.attributesOf(source.id)
    } catch (error) {
      const isNone = error instanceof ReadFailed && (error.status === 403 || error.status === 404)
      if (!isNone) throw error
      refusal = error
    }
    if (file.generation !== generation) return
    const attributes = new Set([...(source.attributes ?? []), ...(named ?? [])])
    const isSame = attributes.size === source.attributes?.size
    const isSure = named !== undefined
    if (isSame && isSure === source.isSure) source.asked = now()
    else catalogue.describe(source, { attributes, isSure, asked: now() })
    await writeSources(file.write, catalogue)
    if (refusal instanceof ReadFailed && refusal.status === 403) throw refusal
  }

  /**
   * Reads what the account in the row has. Answers with the values that it shows, none where there is
   * no such account any more, and undefined where the copy was made anew meanwhile. Throws a ReadFailed where the tenant does not tell.
   */
  async function learnFrom(
    row: number,
    source: SourceKnown,
  ): Promise<ReadonlySet<Value> | undefined> {
    const { generation } = file
    const [kept] = await accountsAt(file.read, [row])
    if (!kept) return new Set()
    const account: TenantAccount = JSON.parse(kept.body)
    const list = account.sourceId === source.id ? await entitlementsOf(account.id) : undefined
    if (file.generation !== generation) return undefined
    if (!list) return new Set()
    const { told, isOpaque } = toldIn(list)
    const known = source.attributes ?? new Set()
    const more = newAttributes(account, told, known)
    if (more.length > 0) catalogue.describe(source, { attributes: new Set([...known, ...more]) })
    const teaching = teachingOf(account, told, source.attributes ?? [])
    const { shown, learnt } = learn(teaching, source, row)
    const hasOthers = teaching.hasOthers || isOpaque
    if (!hasOthers) doubts.delete(source)
    else if (!source.isHidden) {
      const isHidden = isConfirmed(source, row)
      catalogue.describe(source, { isHidden, odd: row })
      if (isHidden) judgeAnew(source)
    }
    if (more.length > 0) judgeAnew(source)
    await inTransaction(file.write, async (trx) => {
      for (let at = 0; at < learnt.length; at += 250) {
        await writeValues(trx, learnt.slice(at, at + 250), catalogue)
      }
      await writeSources(trx, catalogue)
    })
    return shown
  }

  async function entitlementsOf(accountId: string): Promise<TenantAccount[] | undefined> {
    try {
      return await reader.entitlementsOf(accountId)
    } catch (error) {
      if (error instanceof ReadFailed && error.status === 404) return undefined
      throw error
    }
  }

  /** `shown`: all values of the account; `learnt`: those of which something is known now. */
  function learn({ learnt, missing }: Teaching, source: SourceKnown, row: number) {
    const shown = new Set<Value>()
    const known = new Set<Value>()
    let hasTurned = false
    const take = (value: Value, status: Status, named?: Named) => {
      const was = value.status
      doubts.delete(value)
      const isOther = catalogue.learn(value, status, now(), named)
      hasTurned ||= isOther && was !== UNKNOWN
      known.add(value)
    }
    for (const { held, told } of learnt) {
      const value = catalogue.value(source, held)
      if (!value) continue
      shown.add(value)
      take(value, told.isPrivileged ? PRIVILEGED : PLAIN, { id: told.id, label: told.label })
    }
    for (const held of missing) {
      const value = catalogue.value(source, held)
      if (!value) continue
      shown.add(value)
      if (isConfirmed(value, row)) take(value, PLAIN)
    }
    if (hasTurned) judgeAnew(source)
    return { shown, learnt: [...known] }
  }

  /** Something else is true now of accounts of the source, also of those that were settled. */
  function judgeAnew({ id }: SourceKnown): void {
    const rows = memory()
    const column = rows.column('sourceId')
    if (!column) {
      rows.privileges.due.or(rows.live)
      return
    }
    const marked = new Uint8Array(column.size)
    marked[column.codeOf(id)] = 1
    marked[0] = 0 // the code of accounts without a source
    rows.privileges.due.or(rowsWith(column.codes, marked))
  }

  return {
    learnSource,
    learnFrom,
    isWaiting,
    /** The account that was to show the value does not; `gone` is its row where the tenant has none. */
    lose(value: Value, gone?: number): void {
      doubts.delete(value)
      if (gone !== undefined) catalogue.gone.add(gone)
      catalogue.lose(value)
      const source = catalogue.sources.get(value.sourceId)
      if (source) judgeAnew(source)
    },
  }
}
