import { sql, type RawBuilder } from 'kysely'

/**
 * Text that differs from row to row of one statement, by the number of the item: to say a statement
 * for each takes longer than all of its work.
 */
export function textOfEach(
  texts: readonly { number: number; text: string | null }[],
): RawBuilder<string | null> {
  const cases = texts.map(({ number, text }) => sql`when ${sql.lit(number)} then ${text}`)
  return sql<string | null>`case number ${sql.join(cases, sql` `)} end`
}
