import { readFileSync } from 'node:fs'

/** The badges that the repository brings along as a file. */
export const badges = readFileSync(
  new URL('../server/tenant/seed/samples/badges.csv', import.meta.url),
  'utf8',
)

export const csvFile = (content: string | Buffer, name = 'badges.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
})

export const badgeHeader = badges.split(/\r?\n/, 1)[0] ?? ''

/** A line of the file with other values in the columns that are named. */
export function badgeLine(values: Record<string, string>): string {
  const [line = ''] = badges.trim().split(/\r?\n/).slice(-1)
  const cells = line.split(',')
  return badgeHeader
    .split(',')
    .map((name, at) => values[name] ?? cells[at] ?? '')
    .join(',')
}
