import type { IndexDb } from './database.ts'
import { addTexts, removeTexts, type Owner } from './text.ts'

/** Rows whose texts are written without a turn for others. */
const PIECE = 125

type Text = { ord: number; text: string; isNew: boolean }

/**
 * Writes the texts of rows behind all the rows: before each statement that changes several rows, FTS5
 * writes out what it has gathered until then, and what is written in small parts has to be joined.
 */
export async function putTexts(
  db: IndexDb,
  of: Owner,
  texts: Text[],
  pause: () => Promise<void>,
): Promise<void> {
  const changed = texts.filter(({ isNew }) => !isNew).map(({ ord }) => ord)
  await removeTexts(db, of, changed)
  for (let at = 0; at < texts.length; at += PIECE) {
    const piece = texts.slice(at, at + PIECE)
    await addTexts(
      db,
      of,
      piece.map(({ ord, text }) => ({ ord, text })),
    )
    await pause()
  }
}
