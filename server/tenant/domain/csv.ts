import { Transform, type Readable, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { CsvError, parse } from 'csv-parse'

import type { SourceConfig } from '../store/schema.ts'
import { withValueLists, type Attributes } from './attributes.ts'
import { invalid, Refusal } from './errors.ts'

export type CsvRow = { nativeIdentity: string; attributes: Attributes }

const BATCH = 500
const MAX_ROW_BYTES = 1_000_000

/**
 * Reads a file of accounts as a stream and hands its rows on in batches. Throws a refusal that names
 * the line where the file is no such file; whoever takes the rows has to be ready to drop them.
 */
export async function readAccounts(
  file: Readable,
  config: SourceConfig,
  take: (rows: CsvRow[]) => Promise<void>,
): Promise<number> {
  const lines = new Map<string, number>()
  let batch: CsvRow[] = []
  const parser = parse({
    bom: true,
    columns: (header: string[]) => checkHeader(header, config.identityAttribute),
    info: true,
    max_record_size: MAX_ROW_BYTES,
    skip_empty_lines: true,
  })
  try {
    await pipeline(file, refuseOtherEncodings(), parser, async (records) => {
      for await (const { record, info } of records as AsyncIterable<Parsed>) {
        batch.push(rowOf(record, info.lines, config, lines))
        if (batch.length < BATCH) continue
        await take(batch)
        batch = []
      }
    })
  } catch (error) {
    throw error instanceof CsvError ? invalid(describe(error)) : error
  }
  if (lines.size === 0) throw invalid('The file holds no accounts.')
  if (batch.length > 0) await take(batch)
  return lines.size
}

/** What csv-parse gives with the options `columns` and `info`. */
type Parsed = { record: Record<string, string>; info: { lines: number } }

function checkHeader(header: string[], identityAttribute: string): string[] {
  const names = header.map((name) => name.trim())
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    throw invalid(`Line 1: the column ${twice || 'without a name'} occurs twice.`)
  if (!names.includes(identityAttribute)) {
    throw invalid(
      `The file has no column ${identityAttribute}, which identifies the accounts. It has ${names.join(', ')}.`,
    )
  }
  return names
}

function rowOf(
  record: Record<string, string>,
  line: number,
  config: SourceConfig,
  lines: Map<string, number>,
): CsvRow {
  const nativeIdentity = record[config.identityAttribute]?.trim() ?? ''
  if (!nativeIdentity) throw invalid(`Line ${line}: ${config.identityAttribute} is empty.`)
  const first = lines.get(nativeIdentity)
  if (first !== undefined) {
    throw invalid(
      `Line ${line}: ${config.identityAttribute} ${nativeIdentity} stands in line ${first} already.`,
    )
  }
  lines.set(nativeIdentity, line)
  const values = { ...record, [config.identityAttribute]: nativeIdentity }
  return { nativeIdentity, attributes: withValueLists(values, config) }
}

/** UTF-8 text holds no zero bytes; UTF-16 text of most languages is full of them. */
function refuseOtherEncodings() {
  let start = true
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw refused('is not UTF-8')
    }
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (start && marks.some((mark) => chunk.subarray(0, 2).equals(mark))) {
        return done(refused('is UTF-16'))
      }
      start = false
      if (chunk.includes(0)) return done(refused('holds zero bytes, as UTF-16 without a mark does'))
      pass(done, () => decode(chunk))
    },
    flush: (done) => pass(done, () => decode()),
  })
}

const marks = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]

const refused = (what: string) => invalid(`The file ${what}. Save it as CSV UTF-8 and try again.`)

function pass(done: TransformCallback, text: () => string): void {
  try {
    done(null, text())
  } catch (error) {
    done(error instanceof Refusal ? error : refused('cannot be read'))
  }
}

function describe(error: CsvError): string {
  const line = `Line ${Number(error.lines) || 1}`
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `${line}: a quote is not closed before the file ends.`
    case 'CSV_MAX_RECORD_SIZE':
      return `${line}: a row is longer than ${MAX_ROW_BYTES} bytes; a quote may not be closed.`
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return `${line}: the row has another number of values than there are columns.`
    default:
      return `${line}: ${error.message}`
  }
}
