import { existsSync } from 'node:fs'

import { root } from './paths.mjs'

const LEAST = [22, 22]
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
