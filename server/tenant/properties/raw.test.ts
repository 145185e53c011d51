import fc from 'fast-check'
import { expect, test } from 'vitest'

import { campaign, timeout } from '../../lib/runs.ts'
import { expectContract } from '../contract-check.ts'
import { startTenant } from '../testing/tenant.ts'
import { exchange, rawBytes } from './raw-bytes.ts'

test('whatever comes over a connection, the tenant goes on answering', { timeout }, async () => {
  const { app } = await startTenant()
  const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(rawBytes, async (bytes) => {
      const answer = await exchange(port, bytes)
      for (const [, status = ''] of answer.matchAll(/HTTP\/1\.1 (\d+) /g)) {
        expect(Number(status), answer.slice(0, 500)).toBeLessThan(500)
        seen.add(status)
      }
      checkRefusal(answer)
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
    }),
    campaign(100, 2000),
  )
  expect([...seen]).toEqual(expect.arrayContaining(['400', '401', '404']))
})

/** What Node itself refuses, before there is a request, is told in the contract's shape as well. */
function checkRefusal(answer: string): void {
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  if (!head.startsWith('HTTP/1.1 400 ') || rest.length !== 1) return
  // Node itself answers a request without a host, and has no more to say; what has an id is a request.
  if (!/content-type/i.test(head) || /slpt-request-id/i.test(head)) return
  expectContract('ErrorResponseDto', JSON.parse(rest.join('')))
}
