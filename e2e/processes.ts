import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findNode } from '../scripts/lib/node.mjs'

const root = join(import.meta.dirname, '..')

/** The address that a server says it listens on. */
const address = /\b(?:is|listening) at (http:\/\/\S+)\n/

export type Server = { url: string; output: () => string; stop: () => Promise<void> }
type Environment = Record<string, string>

/** Starts a server of ours in a process and a data folder of its own, on any free port. */
export async function startServer(file: string, env: Environment): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-e2e-'))
  const child = spawn(findNode(), [file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited(), PORT: '0', TENANT_PORT: '0', DATA_DIR: dataDir, ...env },
  })
  const exited = once(child, 'exit')
  let output = ''
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        const found = address.exec(output)?.[1]
        if (found) resolve(found)
      })
    }
    child.on('exit', () => reject(new Error(`${file} ended before it listened:\n${output}`)))
  })

  async function stop() {
    child.kill('SIGTERM')
    await exited
    rmSync(dataDir, { recursive: true, force: true })
  }

  return { url: await url, output: () => output, stop }
}

/** A setting in the developer's own shell must not change what a story sees. */
function inherited(): NodeJS.ProcessEnv {
  const ours = /^(SAIL_|TENANT_|DATABASE_URL|DATA_DIR|PORT|HOST|LOG_LEVEL)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}
