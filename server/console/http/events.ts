import type { FastifyReply, FastifyRequest } from 'fastify'

/** A line of comment now and then, so that nothing on the way takes the stream for dead. */
const BEAT_MS = 25_000
/** What a tab may leave unread. One that falls behind further is cut off, and connects again. */
const MOST_UNREAD = 256 * 1024

export type Events = ReturnType<typeof createEvents>

/** Hands what happens in the server on to every open tab. */
export function createEvents() {
  const tabs = new Set<FastifyReply>()

  function write(tab: FastifyReply, text: string): void {
    const { raw } = tab
    // The count does not include what the operating system and the network hold.
    if (raw.writableLength <= MOST_UNREAD) raw.write(text)
    else raw.destroy()
  }

  return {
    send(event: string, data: unknown): void {
      const text = textOf(event, data)
      for (const tab of tabs) write(tab, text)
    },

    /** Keeps the request open as a stream of events, of which `first` are the first. */
    open(_request: FastifyRequest, reply: FastifyReply, first: [string, unknown][]): FastifyReply {
      reply.hijack()
      // What the hooks set belongs to this answer too.
      const headers = reply.getHeaders()
      for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      for (const [event, data] of first) reply.raw.write(textOf(event, data))
      tabs.add(reply)
      const beat = setInterval(() => write(reply, ': still here\n\n'), BEAT_MS)
      // Of the answer, not of the request: that one is over once it has been read.
      reply.raw.once('close', () => {
        clearInterval(beat)
        tabs.delete(reply)
      })
      return reply
    },

    /** How many listen. */
    tabs: () => tabs.size,

    /** Ends every stream; a tab connects again when the server is back. */
    close(): void {
      for (const tab of tabs) tab.raw.end()
      tabs.clear()
    },
  }
}

const textOf = (event: string, data: unknown) =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
