import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

import { describe, expect, onTestFinished, test } from 'vitest'

import { startConsole } from './testing/console-server.ts'
import { json, startUpstream } from './testing/upstream-server.ts'

describe('a tenant that fails on the wire', () => {
  test('and never answers is answered for with 504, one line in the log, and works again later', async () => {
    let silent = true
    const upstream = await startUpstream({
      handler: (_request, response) => (silent ? undefined : json(response, 200, [])),
    })
    const { get, log } = await startConsole({ baseUrl: upstream.url, timeouts: { headers: 50 } })

    const answers = await Promise.all([get('/api/v2024/accounts'), get('/api/v2024/sources')])

    for (const answer of answers) {
      expect(answer.status).toBe(504)
      expect(await answer.json()).toMatchObject({
        detailCode: '504 Gateway Timeout',
        messages: [{ text: expect.stringContaining('did not answer in time') }, {}],
      })
    }
    expect(log).toHaveLength(1)
    silent = false
    expect((await get('/api/v2024/accounts')).status).toBe(200)
  })

  test('and accepts connections without a word is answered for with 504', async () => {
    const sockets: Socket[] = []
    const server = createServer((socket) => sockets.push(socket))
    const base = await listening(server)
    onTestFinished(() => sockets.forEach((socket) => socket.destroy()))
    const { get } = await startConsole({ baseUrl: base, timeouts: { headers: 50 } })

    expect((await get('/api/v2024/accounts')).status).toBe(504)
  })

  test.for([
    [
      'closes the connection at once',
      (socket: Socket) => socket.destroy(),
      'broke the connection off',
    ],
    [
      'does not speak HTTP',
      (socket: Socket) => socket.end('SSH-2.0-OpenSSH\r\n'),
      'right protocol',
    ],
    [
      'cuts its headers off',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Type: appl'),
      'broke the connection off',
    ],
  ] as const)('and %s is answered for with 502', async ([, misbehave, reason]) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).once('data', () => misbehave(socket))
    })
    const { get } = await startConsole({ baseUrl: await listening(server) })

    const answer = await get('/api/v2024/accounts')

    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain(reason)
  })

  test.for([
    ['is cut off', { 'content-length': '100' }, (socket: Socket) => socket.destroy()],
    ['stands still', {}, () => undefined],
  ] as const)(
    'and whose answer %s fails at the browser too, never as a short list',
    async ([, headers, misbehave]) => {
      const upstream = await startUpstream({
        handler: (_request, response) => {
          response.writeHead(200, { 'content-type': 'application/json', ...headers })
          response.write('[{"id":"1"}', () => misbehave(response.socket as Socket))
        },
      })
      const { get } = await startConsole({ baseUrl: upstream.url, timeouts: { body: 50 } })

      const answer = await get('/api/v2024/accounts')

      expect(answer.status).toBe(200)
      await expect(answer.text()).rejects.toThrow()
    },
  )
})

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
