import { existsSync } from 'node:fs'

import { root } from './paths.mjs'

const LEAST = [22, 22]
/**
 * For servers. What they read dies young, and Node would let 100 MB of it pile up before it looks; and
 * what has grown old is looked at before there is twice as much of it.
 */
export const thrifty = ['--max-semi-space-size=4', '--heap-growing-percent=30']

/**
 * The same for what is not JavaScript's: large arrays go back to the system when they are freed,
 * instead of leaving holes, and threads share what they have. Only the C library of Linux knows these.
 */
export const thriftyEnv = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' }

const bundled = `${root}node_modules/.bin/node`

/** The Node that runs the servers: this one where it is new enough, else the one that npm brought. */
export function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return process.execPath
  if (existsSync(bundled)) return bundled
  throw new Error(
    `Muster needs Node ${LEAST.join('.')} or newer. This is Node ${process.versions.node}, and npm has no newer one for ${process.platform} ${process.arch}: install Node 24.`,
  )
}
