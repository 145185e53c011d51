import { parseEnv } from 'node:util'

type Parsed = { values: Record<string, string | undefined>; problem: string | undefined }

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
