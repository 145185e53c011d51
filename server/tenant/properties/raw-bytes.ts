import { connect } from 'node:net'

import fc from 'fast-check'

const line = fc.constantFrom(
  'GET /v2024/accounts HTTP/1.1',
  'POST /oauth/token HTTP/1.1',
  'GET / HTTP/1.0',
  'GET /healthz HTTP/1.1',
  'GET /v2024/accounts',
  'get /healthz http/1.1',
  'QUERY /healthz HTTP/1.1',
  'GET  /healthz HTTP/1.1',
  'GET /healthz HTTP/9.9',
  'GET http://other/healthz HTTP/1.1',
  'CONNECT x:1 HTTP/1.1',
  'GET * HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'PRI * HTTP/2.0',
  'GET /\u00ff\u0000 HTTP/1.1',
  `GET /${'a'.repeat(20_000)} HTTP/1.1`,
  'TRACE /v2024/accounts HTTP/1.1',
  'PROPFIND /v2024/sources HTTP/1.1',
  '',
)
const header = fc.constantFrom(
  'Host: x',
  'Host: x',
  'Host: a\r\nHost: b',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 1e9',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: x',
  'Transfer-Encoding: chunked\r\nContent-Length: 4',
  'Connection: keep-alive',
  'Expect: 100-continue',
  'Expect: x',
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Content-Type: application/json',
  ' folded',
  'X',
  'X:\u0000',
  `X: ${'a'.repeat(20_000)}`,
  'Authorization: Bearer \u00ff',
  'Content-Type: multipart/form-data; boundary=x',
)
const body = fc.oneof(
  fc.constantFrom(
    '',
    '{"a":',
    '5\r\nhello\r\n0\r\n\r\n',
    'zz\r\nhello',
    'ffffffffffffffff\r\n',
    '--x\r\n',
    'hello',
  ),
  fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
)

const request = fc
  .tuple(line, fc.array(header, { maxLength: 4 }), fc.constantFrom('\r\n', '\n', '\r'), body)
  .map(([first, headers, end, rest]) => [first, ...headers, '', rest].join(end))

const whole = fc
  .tuple(
    fc.constantFrom(
      'GET /v2024/accounts',
      'GET /healthz',
      'POST /oauth/token',
      'DELETE /x',
      'GET /',
    ),
    fc.array(fc.constantFrom('Connection: close', 'Content-Length: 0', 'X: y', 'Accept: */*')),
  )
  .map(([first, headers]) => [`${first} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n'))

/** What may come over a connection: requests, broken ones, several of them, and plain noise. */
export const rawBytes = fc.oneof(
  { weight: 6, arbitrary: request },
  { weight: 3, arbitrary: whole },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(whole, request), { minLength: 2, maxLength: 4 })
      .map((all) => all.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .uint8Array({ maxLength: 300 })
      .map((bytes) => Buffer.from(bytes).toString('latin1')),
  },
)

/** How long silence lasts before the sender hangs up: half a request is answered by nobody. */
const SILENCE_MS = 40

/** Sends the bytes, and gives back what came until one side hung up. */
export function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect({ port, host: '127.0.0.1' })
    socket.setEncoding('latin1').setTimeout(SILENCE_MS, () => socket.end())
    socket.on('data', (text) => (answer += text))
    // A server may hang up on such bytes before all of them are sent.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(answer))
    socket.write(bytes, 'latin1')
  })
}
