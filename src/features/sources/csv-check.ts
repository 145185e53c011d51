import { sourceText } from '#lib/messages/sources.ts'

import { readRows, type Row } from './csv-rows.ts'
import type { CsvStart } from './csv-start.ts'

const text = sourceText.check

/** What the source takes: its account schema, and what separates values. */
export type Expected = {
  /** Undefined where the schema is not known. */
  identityAttribute: string | undefined
  /** Undefined where the schema is not known; empty where it lists nothing. */
  attributes: readonly string[] | undefined
  delimiter: string
}

export type Column = { name: string; is: 'identity' | 'known' | 'unknown' }

export type CsvCheck = {
  columns: Column[]
  /** The first few. */
  rows: string[][]
  /** Undefined where the file goes on beyond what was read. */
  rowCount: number | undefined
  /** Why it must not be sent. */
  problems: string[]
  /** What may be meant so, and may be a mistake. */
  warnings: string[]
}

export const PREVIEW_ROWS = 8
const MOST_WARNINGS = 5

/** Columns that say how an account is, and are no attributes of it. */
const stateColumns = ['IIQDisabled', 'IIQLocked']

/** Holds the beginning of a file against what the source takes, before anything is sent. */
export async function checkCsv(start: CsvStart, expected: Expected): Promise<CsvCheck> {
  if (start.problem !== undefined) return failed([start.problem])
  const { rows, problem } = await readRows(start, expected.delimiter)
  const [header, ...data] = rows
  if (!header) return failed([problem ?? text.longRow])
  const names = header.values.map((name) => name.trim())
  const columns = names.map((name) => columnOf(name, expected))
  const headProblems = await problemsOfHeader(start, names, expected)
  const problems = [
    ...headProblems,
    ...(problem ? [problem] : []),
    ...(data.length === 0 && !problem && headProblems.length === 0
      ? [start.isWhole ? text.noRows : text.longRow]
      : []),
  ]
  return {
    columns,
    rows: data.slice(0, PREVIEW_ROWS).map(({ values }) => values),
    rowCount: start.isWhole && !problem ? data.length : undefined,
    problems,
    // Of a file that is read in the wrong way, everything else would be wrong as well.
    warnings:
      headProblems.length > 0
        ? []
        : [...warningsOfHeader(names, expected), ...warningsOfRows(data, names, expected)],
  }
}

const failed = (problems: string[]): CsvCheck => ({
  columns: [],
  rows: [],
  rowCount: undefined,
  problems,
  warnings: [],
})

function columnOf(name: string, { identityAttribute, attributes }: Expected): Column {
  if (name === identityAttribute) return { name, is: 'identity' }
  const isKnown = !attributes || attributes.includes(name) || stateColumns.includes(name)
  return { name, is: isKnown ? 'known' : 'unknown' }
}

async function problemsOfHeader(
  start: CsvStart & { problem?: undefined },
  names: string[],
  { identityAttribute, delimiter }: Expected,
): Promise<string[]> {
  const other = await otherDelimiter(start, names, identityAttribute, delimiter)
  if (other) return [text.separator(nameOf(other), nameOf(delimiter))]
  const twice = [...new Set(names.filter((name, at) => name && names.indexOf(name) !== at))]
  const hasIdentity = !identityAttribute || names.includes(identityAttribute)
  const alike = names.find((name) => name.toLowerCase() === identityAttribute?.toLowerCase())
  return [
    ...(hasIdentity
      ? []
      : [
          alike === undefined
            ? text.noIdentity(identityAttribute, names.filter(Boolean))
            : text.otherCase(alike, identityAttribute),
        ]),
    ...(twice.length > 0 ? [text.twice(twice)] : []),
    ...(names.includes('') ? [text.unnamed] : []),
  ]
}

const delimiters = [',', ';', '\t', '|']

const nameOf = (delimiter: string) => {
  const names: Record<string, string> = text.separators
  return names[delimiter] ?? delimiter
}

/** The one that makes more of the first line than the source's own, if there is one. */
async function otherDelimiter(
  start: CsvStart & { problem?: undefined },
  names: string[],
  identityAttribute: string | undefined,
  delimiter: string,
): Promise<string | undefined> {
  if (identityAttribute ? names.includes(identityAttribute) : names.length > 1) return undefined
  const [first = ''] = start.text.split(/\r\n|\n|\r/, 1)
  for (const other of delimiters.filter((each) => each !== delimiter)) {
    const { rows } = await readRows({ text: first, isWhole: true }, other)
    const found = rows[0]?.values.map((name) => name.trim()) ?? []
    const fits = identityAttribute ? found.includes(identityAttribute) : false
    if (fits || (names.length === 1 && found.length > 1)) return other
  }
  return undefined
}

function warningsOfHeader(names: string[], { attributes }: Expected): string[] {
  if (!attributes || attributes.length === 0) return []
  const known = [...attributes, ...stateColumns]
  const unknown = names.filter((name) => name && !known.includes(name))
  const missing = attributes.filter((name) => !names.includes(name))
  return [
    ...(unknown.length > 0 ? [text.unknown(unknown)] : []),
    ...(missing.length > 0 ? [text.missing(missing)] : []),
  ]
}

function warningsOfRows(rows: Row[], names: string[], { identityAttribute }: Expected): string[] {
  const at = identityAttribute ? names.indexOf(identityAttribute) : -1
  const lines = new Map<string, number>()
  const all = rows.flatMap(({ values, line }): string[] => {
    if (values.length !== names.length) return [text.uneven(line, values.length, names.length)]
    if (at < 0) return []
    const id = values[at]?.trim() ?? ''
    if (!id) return [text.noId(line, names[at] ?? '')]
    const first = lines.get(id)
    if (first === undefined) lines.set(id, line)
    return first === undefined ? [] : [text.sameId(line, id, first)]
  })
  const others = all.length - MOST_WARNINGS
  return others > 0 ? [...all.slice(0, MOST_WARNINGS), text.others(others)] : all
}
