import { request as httpRequest } from 'node:http'
import { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

import { expect, test } from 'vitest'

import { expectContract } from '../contract-check.ts'
import { givenFile } from '../testing/given.ts'
import { startTenant } from '../testing/tenant.ts'

const MB = 1_000_000
const head =
  '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nuid,name\n'

/** A form with a file of `size` bytes, made as it is sent. */
function* form(size: number, seen: () => void) {
  yield head
  let row = 0
  for (let sent = 0; sent < size;) {
    let chunk = ''
    while (chunk.length < 64_000) chunk += `B${(row += 1)},${'x'.repeat(60)}\n`
    sent += chunk.length
    seen()
    yield chunk
  }
  yield '\r\n--x--\r\n'
}

test.each([
  ['whose size is not told', {}],
  ['whose size is told', { 'content-length': String(60 * MB) }],
])('a file of 60 MB %s is refused without being held in memory', async (_what, headers) => {
  const { app, db, tokenOf } = await startTenant({ maxUploadBytes: MB })
  const source = await givenFile(db)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const token = await tokenOf('demo-admin')
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const upload = httpRequest(`${address}/v2024/sources/${source.id}/load-accounts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=x',
      ...headers,
    },
  })
  const answer = new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
    upload.on('error', reject)
    upload.on('response', async (response) => {
      resolve({ status: response.statusCode, body: await json(response) })
    })
  })
  const rows = form(59.9 * MB, () => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before)
  })
  // Whoever is refused early may stop sending; what counts is that the answer arrives.
  pipeline(Readable.from(rows), upload).catch(() => undefined)

  const { status, body } = await answer
  expect(status).toBe(400)
  expectContract('ErrorResponseDto', body)
  expect(JSON.stringify(body)).toContain('larger than 1000000 bytes')
  expect(most).toBeLessThan(30 * MB)
  expect(await db.selectFrom('target_account').selectAll().execute()).toEqual([])
  upload.destroy()
})
