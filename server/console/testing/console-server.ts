import { request as httpRequest } from 'node:http'

import { onTestFinished } from 'vitest'

import { readableLog } from '../../log.ts'
import { buildConsole, type ConsoleOptions } from '../app.ts'
import { SECRET } from './upstream-server.ts'

type Options = { baseUrl: string } & Partial<
  Pick<ConsoleOptions, 'timeouts' | 'webRoot' | 'host' | 'database' | 'index' | 'rateLimit'>
>

/** A console on a real port, with what it logs. */
export async function startConsole({ baseUrl, webRoot, ...options }: Options) {
  const log: string[] = []
  const app = buildConsole({
    tenant: { baseUrl, clientId: 'canary-client', clientSecret: SECRET, embedded: false },
    webRoot,
    logger: readableLog('warn', (line) => log.push(line)),
    ...options,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => app.close())
  const url = app.listeningOrigin
  return { url, log, app, get: (path: string) => fetch(url + path) }
}

type Raw = {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | undefined
}
export type RawAnswer = { status: number; headers: Record<string, unknown>; text: string }

/** A request with a path and headers that fetch() would refuse or tidy up. */
export function rawRequest(base: string, { method = 'GET', path, headers, body }: Raw) {
  const { hostname, port } = new URL(base)
  return new Promise<RawAnswer>((resolve, reject) => {
    const request = httpRequest(
      { hostname, port, method, path, headers, agent: false },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}
