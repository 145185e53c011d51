import { sql, type RawBuilder } from 'kysely'

import { isPostgres } from '../../database/dialect.ts'
import type { Db } from './database.ts'

/**
 * Now, in ms since the epoch, by the one clock that all who have the database open agree on: the
 * server's, or ours where it is a file.
 */
export const clock = (db: Db): RawBuilder<number> =>
  isPostgres(db)
    ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    : sql<number>`${sql.lit(Date.now())}`
