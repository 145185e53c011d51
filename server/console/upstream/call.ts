import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'

export type Call = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the base URL, with the query, encoded. */
  path: string
  headers: Record<string, string>
  body?: Buffer | Readable | undefined
  signal?: AbortSignal
}

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  body: Readable & { dump: () => Promise<void> }
}
