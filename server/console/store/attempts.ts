import type { Db } from './database.ts'
import { textOfEach } from './each.ts'
import type { AttemptChange } from './schema.ts'

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

/** One of these for each item, which all came to the same. */
type Ended = { number: number; nth: number; words: string | null; trackingId: string | null }

export async function endAttempts(
  db: Db,
  runId: string,
  shared: Pick<AttemptChange, 'outcome' | 'status' | 'answered_at'>,
  ended: Ended[],
): Promise<void> {
  const words = ended.map(({ number, words: text }) => ({ number, text }))
  const tracking = ended.map(({ number, trackingId: text }) => ({ number, text }))
  await db
    .updateTable('attempt')
    .set({ ...shared, words: textOfEach(words), tracking_id: textOfEach(tracking) })
    .where('run_id', '=', runId)
    .where((e) =>
      e.or(ended.map(({ number, nth }) => e.and([e('number', '=', number), e('nth', '=', nth)]))),
    )
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
