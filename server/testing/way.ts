import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { request as send } from 'undici'

/** What happens to a request on its way to the tenant. */
export type Fault =
  | { is: 'answer'; status: number; headers?: Record<string, string>; words?: string }
  /** The connection breaks off before the tenant has heard of it, or after it has done the work. */
  | { is: 'cutBefore' | 'cutAfter' }

export type Passing = { method: string; path: string; authorization: string }

/** A way to the tenant on which things go wrong as they are told, and a note of what arrived. */
export async function openWay(tenantUrl: string) {
  const arrived: Passing[] = []
  let fault: (passing: Passing) => Fault | undefined = () => undefined

  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request
    const passing = { method, path, authorization: headers.authorization ?? '' }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const wrong = fault(passing)
    if (wrong?.is === 'cutBefore') return request.socket.destroy()
    if (wrong?.is === 'answer') {
      response.writeHead(wrong.status, { 'content-type': 'application/json', ...wrong.headers })
      const { words: text = `The way answers ${wrong.status}` } = wrong
      return response.end(JSON.stringify({ messages: [{ text }], trackingId: 'way' }))
    }
    const { host: _host, connection: _connection, ...rest } = headers
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null
    const answer = await send(tenantUrl + path, { method: method as 'GET', headers: rest, body })
    const text = Buffer.from(await answer.body.arrayBuffer())
    arrived.push(passing)
    if (wrong?.is === 'cutAfter') return request.socket.destroy()
    const { 'transfer-encoding': _encoding, connection: _other, ...given } = answer.headers
    response.writeHead(answer.statusCode, given)
    response.end(text)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // It listens on a port, so its address is not the path of a socket.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** What the tenant has heard. */
    arrived,
    goWrong(how: typeof fault) {
      fault = how
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
