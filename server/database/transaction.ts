import type { Kysely, Transaction } from 'kysely'

/** A connection, or a transaction on one. */
export type Db<T> = Kysely<T> | Transaction<T>

/** By database, the end of the transaction that was asked for last. */
const last = new WeakMap<object, Promise<unknown>>()

/**
 * Runs `work` so that all of it is written or nothing. Inside, everything has to go through the
 * connection that it is given: on SQLite there is only one, and another statement would wait for it
 * for ever.
 *
 * Transactions run one after the other, on PostgreSQL as on SQLite. One process alone has the
 * database open, or those that share it wait for each other in the same way, so none overwrites what
 * another has just written, and none ever has to be repeated.
 */
export async function inTransaction<T, R>(db: Db<T>, work: (trx: Db<T>) => Promise<R>): Promise<R> {
  if (db.isTransaction) return work(db)
  const before = last.get(db)
  const run = (async () => {
    await before
    return db.transaction().execute(work)
  })()
  // What fails is told to its own caller, not to the next in the row.
  last.set(
    db,
    run.catch(() => {}),
  )
  return run
}
