import type { TenantAccount } from '../store/record.ts'
import { PAGE, type Page, type Reader } from './reader.ts'

type Deps = {
  reader: Pick<Reader, 'list'>
  store: (accounts: TenantAccount[]) => Promise<void>
}

/**
 * Reads what changed at or after `since`, oldest change first. A row that changes meanwhile moves to
 * the end and is met there; the next page begins at the time that the last one ended with, not at an
 * offset, so that such a row takes none of its neighbours with it. Answers with the tenant's clock at
 * the beginning: what changes after it is for the next time.
 */
export async function readChanges({ reader, store }: Deps, since: number): Promise<number> {
  let from = new Date(since).toISOString()
  let offset = 0
  let startedAt: number | undefined
  while (true) {
    const page: Page = await reader.list({
      filters: `modified ge ${from}`,
      sorters: 'modified,id',
      limit: PAGE,
      offset,
    })
    startedAt ??= page.at
    if (page.accounts.length > 0) await store(page.accounts)
    if (page.accounts.length < PAGE) return startedAt
    const last = page.accounts.at(-1)?.modified
    // Many rows of one moment: only within them does an offset lead on.
    const isLater = typeof last === 'string' && Date.parse(last) > Date.parse(from)
    offset = isLater ? 0 : offset + PAGE
    if (isLater) from = new Date(Date.parse(last)).toISOString()
  }
}
