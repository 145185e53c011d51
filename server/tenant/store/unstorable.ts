/** By PostgreSQL's code, what a text is that it cannot hold; SQLite holds any. */
const reasons: Record<string, string> = {
  '22021': 'A text holds the character U+0000, which cannot be stored.',
  '54000': 'A name or an identifier is too long to be stored.',
}

/** A sentence where the database refused a value that came from a caller or a source. */
export function unstorable(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined
}
