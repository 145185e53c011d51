import type { Db } from './database.ts'

/**
 * Runs `work` so that all of it is written or nothing. Inside, everything has to go through the
 * connection that it is given: there is only one, and another statement would wait for it for ever.
 */
export async function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}
