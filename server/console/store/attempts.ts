import type { Db } from './database.ts'
import type { AttemptChange, AttemptTable } from './schema.ts'

/** Written with the intent: whatever follows, it is known that a request may have left. */
export async function addAttempts(
  db: Db,
  run_id: string,
  sent: { number: number; attempts: number }[],
  sent_at: number,
): Promise<void> {
  if (sent.length === 0) return
  await db
    .insertInto('attempt')
    .values(
      sent.map(({ number, attempts: nth }) => ({ run_id, number, nth, sent_at, outcome: 'sent' })),
    )
    .execute()
}

export async function changeAttempt(
  db: Db,
  { run_id, number, nth }: Pick<AttemptTable, 'run_id' | 'number' | 'nth'>,
  change: AttemptChange,
): Promise<void> {
  await db
    .updateTable('attempt')
    .set(change)
    .where('run_id', '=', run_id)
    .where('number', '=', number)
    .where('nth', '=', nth)
    .execute()
}

/** By number of the item, the status of the last answer to it; 0 where none came. */
export async function lastStatuses(
  db: Db,
  runId: string,
  numbers: number[],
): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('attempt')
    .select(['number', 'status'])
    .where('run_id', '=', runId)
    .where('number', 'in', numbers)
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ number, status }) => [number, Number(status)]))
}
