/** Why a filter text cannot be used, and the part of it that is meant, if the server names one. */
export type FilterProblem = { text: string; from: number | undefined; to: number }

const part = /"(?:\\.|[^"\\])*"?|[^\s"(),]+|[(),]/y

/** The server names a column where the text cannot be read, and a field where it has no meaning. */
export function placed(filter: string, text: string): FilterProblem {
  const column = /at column (\d+)\.$/.exec(text)?.[1]
  const named = /filtered by (\S+)\. |^(\S+) (?:does not allow|is compared with) /.exec(text)
  const field = named?.[1] ?? named?.[2]
  const from = column ? Number(column) - 1 : field === undefined ? -1 : placeOf(filter, field)
  // Which fields there are is told by the suggestions.
  const said = text.replace(/ It can by .*$/s, '')
  if (from < 0) return { text: said, from: undefined, to: 0 }
  part.lastIndex = from
  return { text: said, from, to: from + (part.exec(filter)?.[0].length ?? 1) }
}

/** Where a word stands, strings aside. */
function placeOf(filter: string, field: string): number {
  const bare = filter.replace(/"(?:\\.|[^"\\])*"?/gs, (text) => ' '.repeat(text.length))
  return [...bare.matchAll(/[^\s(),]+/g)].find(([word]) => word === field)?.index ?? -1
}
