import { expect, test } from 'vitest'

import type { components } from '../../../src/api/console-schema.d.ts'
import { startConsole } from '../testing/console-server.ts'
import { newIndexPlace } from '../testing/index-place.ts'
import { json, startUpstream } from '../testing/upstream-server.ts'

type Answer = components['schemas']['IndexedAccounts']

const total = 400
const accounts = Array.from({ length: 250 }, (_, at) => ({
  id: String(at).padStart(32, '0'),
  name: `account ${at}`,
  sourceId: 's1',
  sourceName: 'Active Directory',
  disabled: at % 5 === 0,
  attributes: {},
}))

/** A tenant that gives the first page of its accounts, and keeps the reader waiting for the second. */
async function consoleHalfwayThrough() {
  let pages = 0
  const { url } = await startUpstream({
    handler: (request, response) => {
      const isFirst = (pages += 1) === 1
      if (!isFirst && !request.url?.includes('limit=0')) {
        return json(response, 503, { messages: [{ text: 'Later.' }] })
      }
      response.setHeader('X-Total-Count', String(total))
      return json(response, 200, isFirst ? accounts : [])
    },
  })
  const started = await startConsole({
    baseUrl: url,
    index: { ...(await newIndexPlace()), pause: { poll: 60_000, retry: () => 60_000 } },
  })
  const ask = async (query: string): Promise<Answer> =>
    (await started.get(`/api/console/accounts?${query}`)).json()
  await expect
    .poll(async () => (await ask('limit=0&facets=status')).index.problem, { timeout: 20_000 })
    .not.toBeNull()
  return ask
}

test('counts of an index that is not complete are of what it has read, and say so', async () => {
  const ask = await consoleHalfwayThrough()
  const answer = await ask('limit=0&facets=status,sourceId')
  expect(answer.total).toBe(250)
  expect(answer.index).toMatchObject({ complete: false, read: 250, total })
  expect(answer.facets).toEqual([
    {
      field: 'status',
      values: [
        { value: 'enabled', count: 200 },
        { value: 'disabled', count: 50 },
      ],
      other: 0,
    },
    {
      field: 'sourceId',
      values: [{ value: 's1', count: 250, label: 'Active Directory' }],
      other: 0,
    },
  ])
})

test('the tenant itself tells a number without counts while the index is not complete', async () => {
  const ask = await consoleHalfwayThrough()
  expect((await ask('limit=0')).total).toBe(total)
})
