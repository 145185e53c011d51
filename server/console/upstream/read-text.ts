import type { Readable } from 'node:stream'

/** The whole text of a body; undefined where it is longer than `limit` bytes. */
export async function readText(body: Readable, limit: number): Promise<string | undefined> {
  return (await readBytes(body, limit))?.toString('utf8')
}

/** The whole body as it came; undefined where it is longer than `limit` bytes. */
export async function readBytes(body: Readable, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > limit) return undefined // leaving the loop destroys the stream
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
