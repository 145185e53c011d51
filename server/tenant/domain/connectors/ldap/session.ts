import { Client, type Change, type Entry, type SearchOptions } from 'ldapts'

import type { LdapSettings } from '../../../../lib/ldap-settings.ts'
import { BATCH } from '../connector.ts'
import { codeOf, sourceFailed } from './failures.ts'

export type Timeouts = { connectMs: number; answerMs: number }
export const usualTimeouts: Timeouts = { connectMs: 10_000, answerMs: 30_000 }

export type Page = { entries: Entry[]; references: string[] }
export type Session = ReturnType<typeof openSession>
type Search = Pick<SearchOptions, 'filter' | 'attributes'>

const NO_SUCH_OBJECT = 32
const INVALID_DN = 34

/** A connection to the directory, made with the first call and made anew where it was lost. */
export function openSession(settings: LdapSettings, timeouts: Timeouts) {
  const { bindDn, name, password, url } = settings
  let client: Client | undefined
  let down: { until: number; error: unknown } | undefined

  async function bound(): Promise<Client> {
    if (client?.isBound) return client
    await close()
    client = new Client({ url, timeout: timeouts.answerMs, connectTimeout: timeouts.connectMs })
    await client.bind(bindDn, password)
    return client
  }

  /**
   * How long it took to find out that nobody answers, others behind this one need not find out again:
   * thousands of tasks may wait for a directory that is gone.
   */
  async function ask<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const began = Date.now()
    try {
      if (down && began < down.until) throw down.error
      return await work(await bound())
    } catch (error) {
      const now = Date.now()
      if (codeOf(error) === undefined && error !== down?.error) {
        down = { until: now + (now - began), error }
      }
      throw sourceFailed(name, error)
    }
  }

  /** Everything below `base`, page by page; throws where the directory does not come to the end. */
  async function* search(base: string, options: Search): AsyncGenerator<Page> {
    try {
      const connection = await bound()
      const paged = { pageSize: BATCH }
      for await (const page of connection.searchPaginated(base, {
        ...options,
        scope: 'sub',
        paged,
      })) {
        // The library connects again by itself, as nobody, who may see less.
        if (!connection.isBound) throw new Error('The connection was lost')
        yield { entries: page.searchEntries, references: page.searchReferences }
      }
    } catch (error) {
      throw sourceFailed(name, error)
    }
  }

  /** One entry, where it is there and the filter holds for it. */
  async function entry(dn: string, options: Search): Promise<Entry | undefined> {
    return ask(async (connection) => {
      try {
        const { searchEntries } = await connection.search(dn, { ...options, scope: 'base' })
        return searchEntries[0]
      } catch (error) {
        const code = codeOf(error)
        if (code === NO_SUCH_OBJECT || code === INVALID_DN) return undefined
        throw error
      }
    })
  }

  const modify = (dn: string, changes: Change[]) =>
    ask((connection) => connection.modify(dn, changes))

  async function close(): Promise<void> {
    const old = client
    client = undefined
    // A connection that is gone already cannot be closed politely.
    await old?.unbind().catch(() => {})
  }

  return { search, entry, modify, close }
}
