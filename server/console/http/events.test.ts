import { request, type IncomingMessage } from 'node:http'

import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'

import { createEvents } from './events.ts'

/** A server of events, and tabs that open them. */
async function stage() {
  const events = createEvents()
  const app = Fastify({ forceCloseConnections: true })
  app.get('/events', (asked, reply) => events.open(asked, reply, [['index', { read: 0 }]]))
  await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(async () => {
    events.close()
    await app.close()
  })
  const openTab = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const tab = request(`${app.listeningOrigin}/events`, { agent: false }, resolve)
      tab.on('error', reject)
      tab.end()
    })
  return { events, openTab }
}

test('every open tab hears what happens; one that was closed is forgotten', async () => {
  const { events, openTab } = await stage()
  const [first, second] = [await openTab(), await openTab()]
  let heard = ''
  first.setEncoding('utf8').on('data', (text: string) => (heard += text))
  expect(events.tabs()).toBe(2)

  second.destroy()
  await expect.poll(events.tabs).toBe(1)
  events.send('accounts', { ids: ['a'], more: false })

  await expect
    .poll(() => heard)
    .toBe('event: index\ndata: {"read":0}\n\nevent: accounts\ndata: {"ids":["a"],"more":false}\n\n')
})

test('a tab that does not read is cut off before it fills memory, the others go on', async () => {
  const { events, openTab } = await stage()
  const [slow, quick] = [await openTab(), await openTab()]
  slow.pause()
  let heard = 0
  quick.on('data', (piece: Buffer) => (heard += piece.length))
  const news = { ids: Array.from({ length: 100 }, (_, n) => `${n}`.padStart(32, '0')), more: true }
  const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const before = held()

  let sent = 0
  while (events.tabs() === 2 && sent < 200_000_000) {
    events.send('accounts', news)
    sent += 3700
    if (sent % 37_000 === 0) await new Promise(setImmediate)
  }

  expect(events.tabs()).toBe(1)
  expect(held() - before).toBeLessThan(100_000_000)
  await expect.poll(() => heard).toBeGreaterThan(sent * 0.9)
})
