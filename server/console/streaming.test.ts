import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

import { describe, expect, test } from 'vitest'

import { startConsole } from './testing/console-server.ts'
import { deferred } from './testing/deferred.ts'
import { liveMemory } from './testing/live-memory.ts'
import { json, startUpstream } from './testing/upstream-server.ts'

const MIB = 1024 * 1024
const PIECE = 64 * 1024
const UPLOAD = '/api/v2024/sources/s1/load-accounts'

describe('a large body', () => {
  test('is passed up in pieces, unchanged, and not held in memory', async () => {
    const received = createHash('sha256')
    const memory = liveMemory()
    const upstream = await startUpstream({
      handler: (request, response) => {
        request.on('data', (piece: Buffer) => {
          received.update(piece)
          memory.passed(piece.length)
        })
        request.on('end', () => json(response, 202, { success: true }))
      },
    })
    const { url } = await startConsole({ baseUrl: upstream.url })
    const { body, sent } = pieces(60)

    const answer = await upload(url, body)

    expect(answer.status).toBe(202)
    expect(received.digest('hex')).toBe(sent.digest('hex'))
    expect(upstream.seen[0]?.headers['content-type']).toBe('multipart/form-data; boundary=x')
    expect(memory.most()).toBeGreaterThan(0)
    expect(memory.most()).toBeLessThan(32 * MIB)
  })

  test('is passed down in pieces, unchanged, and not held in memory', async () => {
    const { body, sent } = pieces(60)
    const upstream = await startUpstream({
      handler: (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        Readable.from(body).pipe(response)
      },
    })
    const { get } = await startConsole({ baseUrl: upstream.url })
    const memory = liveMemory()

    const answer = await get('/api/v2024/accounts')
    const received = createHash('sha256')
    for await (const piece of answer.body ?? []) {
      received.update(piece)
      memory.passed(piece.length)
    }

    expect(received.digest('hex')).toBe(sent.digest('hex'))
    expect(memory.most()).toBeGreaterThan(0)
    expect(memory.most()).toBeLessThan(32 * MIB)
  })

  test('reaches the tenant while it is still being sent', async () => {
    const arrived = deferred()
    const upstream = await startUpstream({
      handler: (request, response) => {
        request.once('data', () => arrived.resolve())
        request.on('end', () => json(response, 202, {})).resume()
      },
    })
    const { url } = await startConsole({ baseUrl: upstream.url })
    const started = startUpload(url)

    started.write(randomBytes(MIB))
    await arrived.promise
    started.end()

    expect((await answerTo(started)).statusCode).toBe(202)
  })

  test('that the tenant refuses half way is answered with its refusal', async () => {
    const upstream = await startUpstream({
      handler: (request, response) => {
        request.once('data', () => {
          json(response, 413, { detailCode: '413', messages: [{ text: 'Too large' }] })
        })
      },
    })
    const { url } = await startConsole({ baseUrl: upstream.url })

    const answer = await sendAll(url, 20 * MIB)

    expect(answer.status).toBe(413)
    expect(answer.text).toContain('Too large')
  })

  test('cannot be sent twice, so a token that has run out is said, and the next try works', async () => {
    const upstream = await startUpstream()
    const { url, get } = await startConsole({ baseUrl: upstream.url })
    await get('/api/console/session')

    upstream.expireTokens()
    const first = await sendAll(url, MIB)
    const second = await sendAll(url, MIB)

    expect(first.status).toBe(502)
    expect(first.text).toContain('nothing was done: try again')
    expect(second.status).toBe(200)
  })
})

test('a small body of any bytes reaches the tenant unchanged, a file in another encoding for example', async () => {
  const received: Buffer[] = []
  const upstream = await startUpstream({
    handler: (request, response) => {
      request.on('data', (piece: Buffer) => received.push(piece))
      request.on('end', () => json(response, 202, { success: true }))
    },
  })
  const { url } = await startConsole({ baseUrl: upstream.url })
  const bytes = Buffer.from(Array.from({ length: 1024 }, (_, at) => at % 256))

  const answer = await fetch(url + UPLOAD, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: bytes,
  })

  expect(answer.status).toBe(202)
  expect(Buffer.concat(received).equals(bytes)).toBe(true)
})

describe('a browser that goes away', () => {
  test('ends the call that it was waiting for', async () => {
    const asked = deferred<IncomingMessage>()
    const upstream = await startUpstream({ handler: asked.resolve })
    const { url, log, get } = await startConsole({ baseUrl: upstream.url })
    const gone = new AbortController()
    const call = fetch(`${url}/api/v2024/accounts`, { signal: gone.signal })

    const request = await asked.promise
    gone.abort()

    await expect(call).rejects.toThrow('aborted')
    await once(request.socket, 'close')
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok', tenant: 'ok' })
    expect(log).toEqual([])
  })

  test('in the middle of an upload ends the upload', async () => {
    const asked = deferred<IncomingMessage>()
    const closed = deferred()
    const upstream = await startUpstream({
      handler: (request) => {
        request.once('data', () => asked.resolve(request))
        // Without a listener its end by the other side would end the test.
        request.on('error', () => undefined).on('close', closed.resolve)
      },
    })
    const { url, log, get } = await startConsole({ baseUrl: upstream.url })
    const started = startUpload(url)
    started.on('error', () => undefined) // its own end is no news to it
    started.write(randomBytes(MIB))

    const request = await asked.promise
    started.destroy()

    await closed.promise
    expect(request.complete).toBe(false)
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok', tenant: 'ok' })
    expect(log).toEqual([])
  })

  test('in the middle of an answer stops the tenant from sending the rest', async () => {
    const closed = deferred()
    const upstream = await startUpstream({
      handler: (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('[')
        response.on('close', closed.resolve)
      },
    })
    const { url, log } = await startConsole({ baseUrl: upstream.url })
    const gone = new AbortController()
    const answer = await fetch(`${url}/api/v2024/accounts`, { signal: gone.signal })
    expect(answer.status).toBe(200)

    gone.abort()

    await closed.promise
    expect(log).toEqual([])
  })
})

/** So many MiB of random bytes, made piece by piece, and the hash of those that were taken. */
function pieces(mebibytes: number) {
  const sent = createHash('sha256')
  async function* generate() {
    for (let left = mebibytes * MIB; left > 0; left -= PIECE) {
      const piece = randomBytes(PIECE)
      sent.update(piece)
      yield piece
    }
  }
  return { body: generate(), sent }
}

/** Sends no faster than the other side reads, unlike Node's fetch. */
async function upload(url: string, body: AsyncIterable<Uint8Array>) {
  const started = startUpload(url)
  Readable.from(body).pipe(started)
  const answer = await answerTo(started)
  return { status: answer.statusCode, text: await text(answer) }
}

/**
 * Sends everything before it reads, as a browser does. Node's own client stops sending once an
 * answer has come, and never ends.
 */
async function sendAll(url: string, bytes: number) {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const head = ['POST ' + UPLOAD + ' HTTP/1.1', 'Host: localhost', `Content-Length: ${bytes}`]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  socket.write(Buffer.alloc(bytes))
  let answer = ''
  // Not ended earlier: a server takes that for a client who no longer waits for the answer.
  socket.setEncoding('utf8').on('data', (chunk) => {
    answer += chunk
    socket.end()
  })
  await once(socket, 'close')
  return { status: Number(answer.split(' ')[1]), text: answer }
}

function startUpload(url: string) {
  const { hostname, port } = new URL(url)
  return httpRequest({
    hostname,
    port,
    path: UPLOAD,
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' },
  })
}

async function answerTo(upload: ReturnType<typeof httpRequest>): Promise<IncomingMessage> {
  const [answer] = await once(upload, 'response')
  return answer
}
