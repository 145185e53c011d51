import type { AddressInfo } from 'node:net'

import Fastify from 'fastify'
import { EventSource } from 'undici'
import { expect, onTestFinished, test } from 'vitest'

import {
  createEvents,
  type ChangedAccounts,
  type ChangedIdentities,
  type IndexState,
} from '../../../src/api/events.ts'
import { createEvents as createServerEvents } from './events.ts'

const state = (read: number): IndexState => ({
  complete: false,
  read,
  total: 10,
  asOf: null,
  problem: null,
})

class Page extends EventTarget {
  hidden = false
  show(isShown: boolean) {
    this.hidden = !isShown
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

/** The console's own stream of events, on a real port, and a tab that listens to it. */
async function stage() {
  const events = createServerEvents()
  const asked = { streams: 0, closed: 0, refused: 0 }
  const app = Fastify({ forceCloseConnections: true })
  app.get('/events', (request, reply) => {
    if (asked.refused > 0) {
      asked.refused -= 1
      return reply.code(502).send({})
    }
    asked.streams += 1
    request.raw.once('close', () => (asked.closed += 1))
    return events.open(request, reply, [['index', state(asked.streams)]])
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  // It listens on a port, so its address is not the path of a socket.
  const { port } = app.server.address() as AddressInfo
  const opened: EventSource[] = []
  onTestFinished(async () => {
    for (const source of opened) source.close()
    events.close()
    await app.close()
  })
  const page = new Page()
  const tab = createEvents({
    open: () => {
      const source = new EventSource(`http://127.0.0.1:${port}/events`)
      opened.push(source)
      return source as unknown as globalThis.EventSource // the same interface, by other types
    },
    page,
    lingerMs: 30,
    firstRetryMs: 20,
  })
  const open = () => asked.streams - asked.closed
  return { events, asked, page, tab, open }
}

/** Listens, and notes what it hears. */
function listenTo({ tab }: Awaited<ReturnType<typeof stage>>) {
  const states: IndexState[] = []
  const changes: ChangedAccounts[] = []
  const stops = [
    tab.onIndexState((news) => states.push(news)),
    tab.onAccountsChanged((news) => changes.push(news)),
  ]
  return { states, changes, stop: () => stops.forEach((stop) => stop()) }
}

test('all listeners of a tab share one connection, and a late one knows the state at once', async () => {
  const it = await stage()
  const first = listenTo(it)
  await expect.poll(() => first.states).toEqual([state(1)])
  const second = listenTo(it)
  expect(second.states).toEqual([state(1)])

  it.events.send('accounts', { ids: ['a'], more: false })
  it.events.send('index', state(7))
  await expect.poll(() => second.states.at(-1)).toEqual(state(7))
  expect([first.changes, second.changes]).toEqual([
    [{ ids: ['a'], more: false }],
    [{ ids: ['a'], more: false }],
  ])
  expect(it.asked.streams).toBe(1)
})

test('nobody listening means no connection, but one page takes it over from another', async () => {
  const it = await stage()
  const first = listenTo(it)
  await expect.poll(() => first.states).toHaveLength(1)
  first.stop()
  const second = listenTo(it)
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect([it.asked.streams, it.open()]).toEqual([1, 1])
  second.stop()
  await expect.poll(it.open).toBe(0)
  it.events.send('index', state(9))
  expect(first.states).toHaveLength(1)

  const third = listenTo(it)
  await expect.poll(() => third.states).toEqual([state(2)])
  expect(third.changes).toEqual([])
})

test('a lost connection is told as any change, and so is its return; no stream is asked for again', async () => {
  const it = await stage()
  const { states, changes } = listenTo(it)
  await expect.poll(() => states).toHaveLength(1)
  it.asked.refused = 2
  it.events.close()
  await expect.poll(() => changes).toEqual([{ ids: [], more: true }])
  await expect.poll(() => states.at(-1), { timeout: 15_000 }).toEqual(state(2))
  expect(changes).toEqual([
    { ids: [], more: true },
    { ids: [], more: true },
  ])
  expect(it.asked.refused).toBe(0)
})

test('identities are told as accounts are, and a gap as any change of either', async () => {
  const it = await stage()
  const heard: ChangedIdentities[] = []
  const stop = it.tab.onIdentitiesChanged((news) => heard.push(news))
  await expect.poll(it.open).toBe(1)
  it.events.send('accounts', { ids: ['a'], more: false })
  it.events.send('identities', { ids: ['i'], more: false })
  await expect.poll(() => heard).toEqual([{ ids: ['i'], more: false }])
  it.page.show(false)
  await expect.poll(it.open).toBe(0)
  it.page.show(true)
  await expect.poll(() => heard.at(-1)).toEqual({ ids: [], more: true })
  stop()
  await expect.poll(it.open).toBe(0)
})

test('a hidden tab holds no connection, and hears of changes when it is seen again', async () => {
  const it = await stage()
  const { states, changes } = listenTo(it)
  await expect.poll(() => states).toHaveLength(1)
  it.page.show(false)
  await expect.poll(it.open).toBe(0)
  it.page.show(true)
  await expect.poll(() => changes).toEqual([{ ids: [], more: true }])
  expect(it.open()).toBe(1)
})

test('a tab that is opened in the background connects when it is first seen', async () => {
  const it = await stage()
  it.page.show(false)
  const { states, changes } = listenTo(it)
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(it.asked.streams).toBe(0)
  it.page.show(true)
  await expect.poll(() => states).toEqual([state(1)])
  expect(changes).toEqual([])
})
