import { sourceText } from '#lib/messages/sources.ts'

const text = sourceText.check

/** As much of a file as is looked at before it is sent: a large one is never read whole. */
export const START_BYTES = 512 * 1024

/** The beginning of a file as text, or why it is none that could be uploaded. */
export type CsvStart =
  | { problem: string }
  | { problem?: undefined; text: string; isWhole: boolean; bytes: number }

export async function readStart(file: Blob): Promise<CsvStart> {
  const bytes = new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer())
  if (bytes.length === 0) return { problem: text.empty }
  const isWhole = file.size <= START_BYTES
  const problem = notText(bytes)
  if (problem) return { problem }
  try {
    // Takes the byte order mark off. A character that is cut in two at the end is no fault.
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
    if (decoded.trim() === '') return { problem: text.empty }
    return { text: decoded, isWhole, bytes: bytes.length }
  } catch {
    return { problem: text.notUtf8 }
  }
}

/** What an office program saves when nobody tells it otherwise. */
function notText(bytes: Uint8Array): string | undefined {
  const begins = (...start: number[]) => start.every((byte, at) => bytes[at] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) return text.zip
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return text.utf16
  return bytes.includes(0) ? text.zeros : undefined
}
