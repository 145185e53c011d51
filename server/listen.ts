import type { AddressInfo } from 'node:net'

import type { FastifyInstance } from 'fastify'

import { StartError } from './start-error.ts'

type Place = { host: string; port: number; variable: string }

/** Listens, and returns the address for a browser on this machine. */
export async function listen(app: FastifyInstance, { host, port, variable }: Place) {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw new StartError(problemOf(error, { host, port, variable }))
  }
  return urlOf(app, host)
}

/** Ends the process once all that is open is closed; after five seconds it ends all the same. */
export function closeOnSignal(apps: FastifyInstance[]): void {
  let closing = false
  const close = async () => {
    // Ctrl-C reaches the whole group of processes and is passed on by the launcher as well.
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), 5000).unref()
    for (const app of apps) await app.close()
    process.exit(0)
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
}

function urlOf(app: FastifyInstance, host: string): string {
  // A server that listens on a host and port has this kind of address; a string is a socket's path.
  const { port } = app.server.address() as AddressInfo
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function problemOf(error: unknown, { host, port, variable }: Place): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `${variable} ${port} is in use: stop what listens there, or set ${variable} to another.`
  }
  if (code === 'EACCES') return `${variable} ${port} is not open to this user: set it above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `HOST ${host} is not an address of this machine.`
  }
  return `The server cannot listen on ${host} port ${port}: ${String(error)}.`
}
