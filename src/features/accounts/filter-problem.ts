import { filterWord, nameIn } from './filter-words.ts'

/** Why a filter text cannot be used, and the part of it that is meant, if the server names one. */
export type FilterProblem = { text: string; from: number | undefined; to: number }

const name = String.raw`[\w.:+-]*\."(?:\\.|[^"\\])*"|\S+`
const unknown = new RegExp(`filtered by (${name})\\. `, 's')
const misused = new RegExp(`^(${name}) (?:does not allow|is compared with) `, 's')

/** The server names a column where the text cannot be read, and a field where it has no meaning. */
export function placed(filter: string, text: string): FilterProblem {
  const column = /at column (\d+)\.$/.exec(text)?.[1]
  const field = unknown.exec(text)?.[1] ?? misused.exec(text)?.[1]
  const from = column ? Number(column) - 1 : field === undefined ? -1 : placeOf(filter, field)
  // Which fields there are is told by the suggestions.
  const said = text.replace(/ It can by .*$/s, '')
  if (from < 0) return { text: said, from: undefined, to: 0 }
  return { text: said, from, to: from + (wordAt(filter, from)?.length ?? 1) }
}

function wordAt(filter: string, at: number): string | undefined {
  const word = new RegExp(filterWord.source, 'y')
  word.lastIndex = at
  return word.exec(filter)?.[0]
}

/** Where a field stands, strings aside. */
function placeOf(filter: string, field: string): number {
  const wanted = nameIn(field)
  const words = [...filter.matchAll(filterWord)].filter(([word]) => !word.startsWith('"'))
  return words.find(([word]) => nameIn(word) === wanted)?.index ?? -1
}
