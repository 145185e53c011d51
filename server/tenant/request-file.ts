import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'

import { StartError } from '../start-error.ts'
import type { RequestEntry } from './http/request-log.ts'

/** Adds requests to a file, each as a line of JSON, for programs that compare what was really sent. */
export async function openRequestFile(path: string): Promise<(entry: RequestEntry) => void> {
  const file = resolve(path)
  try {
    const stream = createWriteStream(file, { flags: 'a' })
    await once(stream, 'open')
    // A disk that is full later on is no reason to stop answering.
    stream.on('error', (error) => process.stderr.write(`${file}: ${error.message}\n`))
    return (entry) => void stream.write(`${JSON.stringify(entry)}\n`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new StartError(`The request log ${file} cannot be written: ${why}.`)
  }
}
