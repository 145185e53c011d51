import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'

export type Environment = Record<string, string | undefined>

/** Why a `.env` file cannot be used, in one sentence. */
export class DotenvError extends Error {}

type Parsed = { values: Record<string, string | undefined>; problem: string | undefined }

/** The environment, and below it the `.env` file of a folder where there is one. */
export function withDotenv(environment: Environment, folder: string): Environment {
  return { ...readDotenv(resolve(folder, '.env')), ...withoutEmpty(environment) }
}

function readDotenv(path: string): Environment {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw new DotenvError(`The file ${path} cannot be read: ${String(error)}.`)
  }
  const { values, problem } = parseDotenv(content)
  if (problem) throw new DotenvError(`The file ${path} cannot be used: ${problem}.`)
  return withoutEmpty(values)
}

/** `PORT=` in a shell or in .env means "not set", so that it hides no default. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
}

/**
 * Reads the text of a `.env` file. Node's own parser leaves out what it cannot read without a word,
 * so a mistyped line would look like a variable that was never set: such a line is a problem here.
 */
export function parseDotenv(content: string): Parsed {
  const text = content.replace(/^\uFEFF/, '')
  return { values: parseEnv(text), problem: problemIn(text) }
}

function problemIn(text: string): string | undefined {
  // Decoded text holds these only where the file was not UTF-8, UTF-16 for example.
  if (/[\0\uFFFD]/.test(text)) return 'it is not UTF-8 text'
  const lines = text.split(/\r?\n/)
  let open: { quote: string; line: number } | undefined
  for (const [index, line] of lines.entries()) {
    if (open) {
      if (line.includes(open.quote)) open = undefined
      continue
    }
    if (/^\s*(#|$)/.test(line)) continue
    const value = /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=\s*(.*)$/.exec(line)?.[1]
    if (value === undefined) return `line ${index + 1} is not NAME=value`
    const quote = /^["'`]/.exec(value)?.[0]
    if (quote && !value.slice(1).includes(quote)) open = { quote, line: index + 1 }
  }
  return open && `the quote in line ${open.line} is never closed`
}
