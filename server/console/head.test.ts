import { expect, test } from 'vitest'

import { startConsole } from './testing/console-server.ts'
import { startUpstream } from './testing/upstream-server.ts'

const path = '/api/v2024/task-status/pending-tasks'

test('a HEAD of the contract goes on as HEAD and brings the count, without a body', async () => {
  const upstream = await startUpstream({
    handler: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-total-count': '7' }).end()
    },
  })
  const { url } = await startConsole({ baseUrl: upstream.url })
  const answer = await fetch(`${url}${path}?count=true`, { method: 'HEAD' })
  expect([answer.status, answer.headers.get('x-total-count')]).toEqual([200, '7'])
  expect(await answer.text()).toBe('')
  expect(upstream.seen).toMatchObject([
    { method: 'HEAD', url: '/v2024/task-status/pending-tasks?count=true' },
  ])
})

test.each(['GET', 'HEAD'])('a 204 to a %s stays a 204', async (method) => {
  const upstream = await startUpstream({
    handler: (_request, response) => {
      response.writeHead(204, { 'x-total-count': '0' }).end()
    },
  })
  const { url } = await startConsole({ baseUrl: upstream.url })
  const answer = await fetch(`${url}${path}`, { method })
  expect([answer.status, answer.headers.get('x-total-count')]).toEqual([204, '0'])
  expect(await answer.text()).toBe('')
})
