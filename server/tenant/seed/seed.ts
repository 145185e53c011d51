import type { Kysely } from 'kysely'

import { continueSequence } from '../../database/dialect.ts'
import type { Database } from '../store/schema.ts'
import { accountWriter } from './account-writer.ts'
import { catalogue } from './catalogue.ts'
import { clockAt } from './clock.ts'
import { undisturbed } from './indexes.ts'
import { people } from './people.ts'
import { addAccountsOf } from './person-accounts.ts'
import { identityRow } from './rows.ts'
import { addSamplePeople } from './sample-people.ts'
import { strayWriter } from './stray-accounts.ts'
import { aggregationTasks } from './tasks.ts'
import { bulkWriter } from './writer.ts'

const OWNERS = 20
const ACCOUNTS_PER_IDENTITY = 5

export type SeedOptions = {
  /** 0 leaves the database empty. */
  identities: number
  /** About how many accounts are wanted; takes the place of `identities`. */
  accounts?: number
  /** The day that all times are counted back from. */
  now: Date
}

/**
 * Fills an empty database: the same rows, ids included, for the same numbers and the same day. The
 * counts it returns include three people for trying things out, and leave out the hidden identities
 * behind uncorrelated accounts.
 */
export async function seed(db: Kysely<Database>, options: SeedOptions) {
  const count = countOf(options)
  if (count === 0) return { identities: 0, accounts: 0 }
  const clock = clockAt(options.now)

  return db.transaction().execute(async (transaction) => {
    const writer = bulkWriter(transaction)
    const accounts = accountWriter(writer, clock)
    const owners = [...people(Math.min(count, OWNERS), clock)]
    const sources = catalogue(owners, clock)
    const tools = { sources, accounts, writer, clock }
    const addStray = strayWriter(tools)

    for (const { entitlements, rareEntitlements, row } of sources) {
      writer.add('source', row)
      for (const one of [...entitlements, ...rareEntitlements]) writer.add('entitlement', one)
    }
    const samples = await undisturbed(transaction, ['identity', 'account'], async () => {
      for (const person of people(count, clock)) {
        writer.add('identity', identityRow(person, clock))
        addStray(person, addAccountsOf(person, sources, accounts, clock))
        await writer.writeFull()
      }
      const added = addSamplePeople(tools)
      accounts.addFacets()
      await writer.writeAll()
      await continueSequence(transaction, 'account_facet', 'facet')
      return added
    })
    for (const task of aggregationTasks(sources, clock)) writer.add('task', task)
    await writer.writeAll()
    return { identities: count + samples, accounts: accounts.count() }
  })
}

function countOf({ accounts, identities }: SeedOptions): number {
  if (accounts === undefined) return identities
  return accounts === 0 ? 0 : Math.max(1, Math.round(accounts / ACCOUNTS_PER_IDENTITY))
}
