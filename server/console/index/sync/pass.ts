import type { TenantAccount } from '../store/record.ts'
import { PAGE, type Page, type Reader } from './reader.ts'

/** Where a pass stands; kept with each page, so that a restart goes on from here. */
export type Cursor = {
  /** Of the first row of the next page. */
  offset: number
  /** The ids that were read last, in their order: what finds the place again when rows have moved. */
  tail: string[]
}

export const start: Cursor = { offset: 0, tail: [] }

/** Pages that are asked for before they are needed: a tenant takes its time for each. */
const AHEAD = 4
/** Rows that two pages share. */
const OVERLAP = 1
const COUNT_EVERY = 16

type Deps = {
  reader: Pick<Reader, 'list'>
  /** By which a list without ids to sort by is sorted. */
  sorters?: string
  /** Stores the rows and the cursor behind them, in one transaction. */
  store: (accounts: TenantAccount[], cursor: Cursor, page: Page) => Promise<void>
}

/**
 * Reads every account once, in the order of ids. Rows may come and go meanwhile, which moves those
 * behind them: each page begins with the row that the last one ended with, and where it does not, the
 * pass goes back until it finds a row that it knows. So nothing is left out; what was read twice is
 * written twice, which changes nothing. What comes in behind the pass is found by its time of change.
 */
export async function readAll(
  { reader, sorters = 'id', store }: Deps,
  from: Cursor,
): Promise<void> {
  let cursor = from
  const ahead = new Map<number, Promise<Page>>()
  let asked = 0
  let total = 0
  const ask = (offset: number) => {
    // A count costs the tenant more than a page does: it is asked for now and then.
    const count = asked % COUNT_EVERY === 0
    asked += 1
    return reader.list({ sorters, limit: PAGE, offset, count })
  }
  const take = (offset: number) => {
    const page = ahead.get(offset) ?? ask(offset)
    ahead.delete(offset)
    return page
  }

  while (true) {
    const at = Math.max(0, cursor.offset - (cursor.tail.length > 0 ? OVERLAP : 0))
    const page = await take(at)
    const known = new Set(cursor.tail)
    const lastKnown = page.accounts.findLastIndex(({ id }) => known.has(id))
    const lost = known.size > 0 && lastKnown === -1
    if (lost && at > 0) {
      ahead.clear()
      cursor = { ...cursor, offset: Math.max(0, at - PAGE + OVERLAP) }
      continue
    }
    const fresh = page.accounts.slice(lastKnown + 1)
    const ids = page.accounts.map(({ id }) => id)
    cursor = { offset: at + page.accounts.length, tail: ids.length > 0 ? ids : cursor.tail }
    await store(fresh, cursor, page)
    if (isEnd(page)) return
    total = page.total ?? total
    prefetch(cursor.offset - OVERLAP)
  }

  function prefetch(offset: number): void {
    for (let n = 0; n < AHEAD; n += 1) {
      const next = offset + n * (PAGE - OVERLAP)
      if (ahead.has(next) || (n > 0 && next >= total)) continue
      const page = ask(next)
      // Awaited when its turn comes; a failure before that is not unhandled.
      page.catch(() => undefined)
      ahead.set(next, page)
    }
  }
}

const isEnd = (page: Page) => page.accounts.length < PAGE
